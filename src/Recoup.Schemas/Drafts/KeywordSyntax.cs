namespace Recoup.Schemas.Drafts;

/// <summary>How a keyword is read. Its meaning is added by <c>Compilation.Keyword</c>.</summary>
internal abstract class KeywordSyntax
{
    /// <summary>Where the keyword's value holds subschemas.</summary>
    public virtual Subschemas Subschemas => Subschemas.None;

    /// <summary>Whether the keyword is read even if a <c>$ref</c> beside it replaces all other keywords.</summary>
    public virtual bool StandsBesideReference => false;
}
