using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>anyOf</c>: schemas of which at least one must hold.</summary>
internal sealed class AnyOfKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Array;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.ExpectAlternatives())
            builder.Assert(Kinds.All | Kinds.Name, new Assertion(site, site.Children()));
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode[] nodes) : Validation.Assertion(site)
    {
        public SchemaNode[] Nodes => nodes;

        public override IEnumerable<SchemaNode> InPlace => nodes;

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            if (run.Trace is not null || run.Marks.On)
                return CheckAll(instance, ref run);
            foreach (var node in nodes)
            {
                if (node.Evaluate(instance, ref run))
                    return true;
            }

            return false;
        }

        private bool CheckAll(JsonElement instance, ref Evaluation run)
        {
            var alternatives = new Alternatives(run.Trace);
            for (var i = 0; i < nodes.Length; i++)
                alternatives.Try(nodes[i], instance, Keyword, i, ref run);
            return alternatives.Matches > 0 || run.Trace is not null && alternatives.FailNone(this, instance, ref run);
        }
    }
}
