using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>patternProperties</c>: the schemas of properties whose names match a pattern.</summary>
internal sealed class PatternPropertiesKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Map;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        for (var i = 0; i < site.ChildCount; i++)
        {
            var text = site.ChildSource(i).Name!;
            if (!site.TryReadPattern(text, out var pattern))
                continue;
            builder.Object.Use(site);
            builder.Object.Patterns.Add((pattern, site.Child(i), text));
        }
    }
}
