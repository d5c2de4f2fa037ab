using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>oneOf</c>: schemas of which the instance must satisfy exactly one.</summary>
internal sealed class OneOfKeyword : SchemaListKeyword
{
    protected override ListAssertion Assert(KeywordSite site, SchemaNode[] nodes) => new Assertion(site, nodes);

    internal sealed class Assertion(KeywordSite site, SchemaNode[] nodes) : UnionAssertion(site, nodes)
    {
        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            var alternatives = default(Alternatives);
            var candidates = Candidates(instance, ref run);
            for (var i = 0; i < candidates.Length && (alternatives.Matches < 2 || run.Trace is not null); i++)
                alternatives.Try(candidates[i], instance, ref run);
            if (alternatives.Matches == 1 || run.Trace is null)
                return alternatives.Matches == 1;
            return alternatives.Matches == 0
                ? Alternatives.FailNone(this, instance, ref run)
                : run.Fail(this, Keyword, "exactly one of the alternatives to match", $"{alternatives.Matches} matches");
        }
    }
}
