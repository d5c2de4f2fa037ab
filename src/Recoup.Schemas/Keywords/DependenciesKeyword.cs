using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>dependencies</c>, which draft 2019-09 split into two keywords: the names or the schema that an object must satisfy if it has certain
/// properties.
/// </summary>
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
