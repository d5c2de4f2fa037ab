using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Keywords;

/// <summary><c>dependencies</c>, split up from draft 2019-09 on: names that must be there, or a schema that must hold, beside a property.</summary>
internal sealed class DependenciesKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.MapOrNames;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.Value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in site.Value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Array)
                DependentRequiredKeyword.Add(site, builder, property);
        }

        for (var i = 0; i < site.ChildCount; i++)
            DependentSchemasKeyword.Add(site, builder, i);
    }
}
