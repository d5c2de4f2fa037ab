using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>not</c>: a schema that the instance must not satisfy.</summary>
internal sealed class NotKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder) =>
        builder.Assert(InstanceKinds.All, new Assertion(site, site.Child(0)));

    internal sealed class Assertion(KeywordSite site, SchemaNode node) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Node => node;

        public override IEnumerable<SchemaNode> InPlace => [node];

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            // Violations and marks of this schema do not count.
            var frame = run.Marks.Fork();
            var matches = run.Matches(node, instance);
            run.Marks.End(frame, merge: false);
            if (!matches)
                return true;
            return run.Trace is not null && run.Fail(this, Keyword, "no match of the schema in \"not\"", run.Describe(instance));
        }
    }
}
