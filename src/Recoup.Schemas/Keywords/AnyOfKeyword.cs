using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>anyOf</c>: schemas of which the instance must satisfy at least one.</summary>
internal sealed class AnyOfKeyword : SchemaListKeyword
{
    protected override ListAssertion Assert(KeywordSite site, SchemaNode[] nodes) => new Assertion(site, nodes);

    internal sealed class Assertion(KeywordSite site, SchemaNode[] nodes) : UnionAssertion(site, nodes)
    {
        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            if (run.Trace is not null || run.Marks.On)
                return CheckAll(instance, ref run);
            foreach (var node in Candidates(instance, ref run))
            {
                if (node.Evaluate(instance, ref run))
                    return true;
            }

            return false;
        }

        private bool CheckAll(JsonElement instance, ref Evaluation run)
        {
            var alternatives = default(Alternatives);
            foreach (var node in Candidates(instance, ref run))
                alternatives.Try(node, instance, ref run);
            return alternatives.Matches > 0 || run.Trace is not null && Alternatives.FailNone(this, instance, ref run);
        }
    }
}
