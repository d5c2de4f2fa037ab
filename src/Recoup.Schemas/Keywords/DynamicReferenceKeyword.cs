using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Resolution;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>$dynamicRef</c>: like <c>$ref</c>, but where it leads to a <c>$dynamicAnchor</c>, the outermost resource of the evaluation that has
/// one of that name decides (draft 2020-12 core, section 8.2.3.2).
/// </summary>
internal sealed class DynamicReferenceKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.Expect(JsonValueKind.String, "a URI reference"))
            return;
        var reference = JsonNames.Of(site.Value);
        if (site.Compiler.Resolve(site, reference) is not { } target)
            return;

        SchemaUri.WithoutFragment(reference, out var fragment);
        var isDynamic = fragment is { Length: > 0 } && target.Resource.DynamicAnchors.TryGetValue(fragment, out var anchored) && anchored == target;
        var node = site.Compiler.NodeOf(target);
        builder.Assert(
            Kinds.All | Kinds.Name,
            isDynamic ? new Assertion(site, node, fragment!) : new ReferenceKeyword.Assertion(site, node));
        site.Compiler.HasDynamicReferences |= isDynamic;
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode initial, string anchor) : Validation.Assertion(site)
    {
        public SchemaNode Initial => initial;

        public override bool Check(JsonElement instance, ref Evaluation run) => run.Apply(Bind(run.Scopes), instance, Keyword);

        public SchemaNode Bind(ReadOnlySpan<SchemaResource> scopes)
        {
            foreach (var resource in scopes)
            {
                if (resource.DynamicAnchors.TryGetValue(anchor, out var source))
                    return source.Node ?? initial;
            }

            return initial;
        }
    }
}
