using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Compilation;

/// <summary>One meaning of a keyword. Keywords are stateless: whatever the schema says goes into the assertions.</summary>
internal abstract class Keyword : KeywordSyntax
{
    /// <summary>Checks the keyword's value and adds its assertions.</summary>
    public abstract void Compile(KeywordSite site, NodeBuilder builder);
}
