using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Keywords;

/// <summary><c>$defs</c> and <c>definitions</c>: schemas to refer to.</summary>
internal sealed class DefinitionsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Map;

    public override bool StandsBesideReference => true;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
    }
}
