namespace Recoup.Schemas.Keywords;

/// <summary>A keyword: its name, its meaning, the drafts and the vocabulary it belongs to.</summary>
internal sealed record KeywordRow(string Name, Keyword Keyword, SchemaDraft First, SchemaDraft Last, Vocabulary Vocabulary)
{
    public bool IsIn(SchemaDraft draft) => First <= draft && draft <= Last;
}
