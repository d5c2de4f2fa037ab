using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>items</c> from draft 2020-12 on: the schema of the items after <c>prefixItems</c>.</summary>
internal sealed class ItemsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        builder.Array.Use(site);
        builder.Array.Rest = site.Child(0);
        builder.Array.RestKeyword = site.Name;
    }
}
