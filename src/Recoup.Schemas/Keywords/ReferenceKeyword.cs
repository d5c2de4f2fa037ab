using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>$ref</c>: a schema elsewhere that the instance must satisfy.</summary>
internal sealed class ReferenceKeyword : Keyword
{
    public override bool StandsBesideReference => true;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.Expect(JsonValueKind.String, "a URI reference")
            && site.Resolve(JsonNames.Of(site.Value)) is { } target)
            builder.Assert(InstanceKinds.All, new Assertion(site, site.NodeOf(target)));
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode target) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Target => target;

        public override bool IsReference => true;

        public override IEnumerable<SchemaNode> InPlace => [target];

        public override bool Check(JsonElement instance, ref Evaluation run) => run.Apply(target, instance, Keyword);
    }
}
