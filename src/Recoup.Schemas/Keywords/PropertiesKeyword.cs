using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>properties</c>: the schemas of properties by name.</summary>
internal sealed class PropertiesKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Map;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        for (var i = 0; i < site.ChildCount; i++)
        {
            builder.Object.Use(site);
            builder.Object.AddProperty(site.ChildSource(i).Name!, site.Child(i));
        }
    }
}
