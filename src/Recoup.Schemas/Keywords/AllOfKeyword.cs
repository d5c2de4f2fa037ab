using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>allOf</c>: schemas that the instance must all satisfy.</summary>
internal sealed class AllOfKeyword : SchemaListKeyword
{
    protected override ListAssertion Assert(KeywordSite site, SchemaNode[] nodes) => new Assertion(site, nodes);

    internal sealed class Assertion(KeywordSite site, SchemaNode[] nodes) : ListAssertion(site, nodes)
    {
        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            var valid = true;
            for (var i = 0; i < Nodes.Length; i++)
            {
                if (run.Trace is null ? Nodes[i].Evaluate(instance, ref run) : run.Apply(Nodes[i], instance, Keyword, i))
                    continue;
                valid = false;
                if (run.Trace is null)
                    return false;
            }

            return valid;
        }
    }
}
