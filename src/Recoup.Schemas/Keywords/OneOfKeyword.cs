using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>oneOf</c>: schemas of which exactly one must hold.</summary>
internal sealed class OneOfKeyword : Keyword
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
            var alternatives = new Alternatives(run.Trace);
            for (var i = 0; i < nodes.Length && (alternatives.Matches < 2 || run.Trace is not null); i++)
                alternatives.Try(nodes[i], instance, Keyword, i, ref run);
            if (alternatives.Matches == 1 || run.Trace is null)
                return alternatives.Matches == 1;
            return alternatives.Matches == 0
                ? alternatives.FailNone(this, instance, ref run)
                : run.Fail(this, Keyword, "exactly one of the alternatives to match", $"{alternatives.Matches} matches");
        }
    }
}
