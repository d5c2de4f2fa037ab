using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>additionalProperties</c>: the schema of properties that neither <c>properties</c> nor <c>patternProperties</c> beside it cover.
/// </summary>
internal sealed class AdditionalPropertiesKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        builder.Object.Use(site);
        builder.Object.Additional = site.Child(0);
    }
}
