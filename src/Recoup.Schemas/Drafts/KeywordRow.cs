namespace Recoup.Schemas.Drafts;

/// <summary>One meaning of a keyword, with its name, the drafts that have it and its vocabulary.</summary>
internal sealed record KeywordRow(string Name, KeywordSyntax Syntax, SchemaDraft First, SchemaDraft Last, Vocabulary Vocabulary)
{
    public bool IsIn(SchemaDraft draft) => First <= draft && draft <= Last;
}
