using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>$ref</c>: a schema elsewhere that must hold.</summary>
internal sealed class ReferenceKeyword : Keyword
{
    public override bool StandsBesideReference => true;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.Expect(JsonValueKind.String, "a URI reference")
            && site.Compiler.Resolve(site, JsonNames.Of(site.Value)) is { } target)
            builder.Assert(Kinds.All | Kinds.Name, new Assertion(site, site.Compiler.NodeOf(target)));
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode target) : Validation.Assertion(site)
    {
        public SchemaNode Target => target;

        public override IEnumerable<SchemaNode> InPlace => [target];

        public override bool Check(JsonElement instance, ref Evaluation run) => run.Apply(target, instance, Keyword);
    }
}
