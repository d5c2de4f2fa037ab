using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>propertyNames</c>: the schema of all property names.</summary>
internal sealed class PropertyNamesKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        builder.Object.Use(site);
        builder.Object.Names = site.Child(0);
    }
}
