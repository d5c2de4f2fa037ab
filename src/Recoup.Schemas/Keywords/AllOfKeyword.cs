using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>allOf</c>: schemas that must all hold.</summary>
internal sealed class AllOfKeyword : Keyword
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
            var valid = true;
            for (var i = 0; i < nodes.Length; i++)
            {
                if (run.Trace is null ? nodes[i].Evaluate(instance, ref run) : run.Apply(nodes[i], instance, Keyword, $"{i}"))
                    continue;
                valid = false;
                if (run.Trace is null)
                    return false;
            }

            return valid;
        }
    }
}
