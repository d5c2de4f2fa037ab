using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>prefixItems</c>: the schemas of the first items, by position.</summary>
internal sealed class PrefixItemsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Array;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        builder.Array.Use(site);
        builder.Array.Prefix = site.Children();
        builder.Array.PrefixKeyword = site.Name;
    }
}
