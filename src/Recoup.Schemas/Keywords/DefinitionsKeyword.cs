using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Keywords;

/// <summary><c>$defs</c> and <c>definitions</c>: schemas that references can use.</summary>
internal sealed class DefinitionsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Map;

    public override bool StandsBesideReference => true;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
    }
}
