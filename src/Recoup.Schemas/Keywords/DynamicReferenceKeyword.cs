using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>$dynamicRef</c>: like <c>$ref</c>. If it leads to a <c>$dynamicAnchor</c>, it refers to the anchor of that name in the outermost
/// resource of the evaluation that has one (draft 2020-12 core, section 8.2.3.2).
/// </summary>
internal sealed class DynamicReferenceKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.Expect(JsonValueKind.String, "a URI reference"))
            return;
        var reference = JsonNames.Of(site.Value);
        if (site.Resolve(reference) is not { } target)
            return;

        SchemaUri.WithoutFragment(reference, out var fragment);
        var node = site.NodeOf(target);
        if (fragment is { Length: > 0 } && target.Resource.DynamicAnchors.TryGetValue(fragment, out var anchored) && anchored == target)
        {
            builder.Assert(InstanceKinds.All, new Assertion(site, node, fragment));
            site.RequireDynamicScopes();
        }
        else
        {
            builder.Assert(InstanceKinds.All, new ReferenceKeyword.Assertion(site, node));
        }
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode initial, string anchor) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Initial => initial;

        public override bool Check(JsonElement instance, ref Evaluation run) => run.Apply(Bind(run.Scopes), instance, Keyword);

        public SchemaNode Bind(ReadOnlySpan<DynamicScope> scopes)
        {
            foreach (var scope in scopes)
            {
                if (scope.Anchors.TryGetValue(anchor, out var node))
                    return node;
            }

            return initial;
        }
    }
}
