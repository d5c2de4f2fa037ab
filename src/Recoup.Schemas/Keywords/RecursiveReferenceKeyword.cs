using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Resolution;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// Draft 2019-09's <c>$recursiveRef</c>: the root of this resource, or, where that has <c>$recursiveAnchor: true</c>, of the outermost
/// resource of the evaluation that has it too (draft 2019-09 core, section 8.2.4.2).
/// </summary>
internal sealed class RecursiveReferenceKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.Expect(JsonValueKind.String, "\"#\""))
            return;
        if (site.Compiler.Resolve(site, JsonNames.Of(site.Value)) is not { } target)
            return;

        var isDynamic = target == target.Resource.Root && target.Resource.IsRecursiveAnchor;
        var node = site.Compiler.NodeOf(target);
        builder.Assert(
            Kinds.All | Kinds.Name,
            isDynamic ? new Assertion(site, node) : new ReferenceKeyword.Assertion(site, node));
        site.Compiler.HasDynamicReferences |= isDynamic;
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode initial) : Validation.Assertion(site)
    {
        public SchemaNode Initial => initial;

        public override bool Check(JsonElement instance, ref Evaluation run) => run.Apply(Bind(run.Scopes), instance, Keyword);

        public SchemaNode Bind(ReadOnlySpan<SchemaResource> scopes)
        {
            foreach (var resource in scopes)
            {
                if (resource.IsRecursiveAnchor)
                    return resource.Root.Node ?? initial;
            }

            return initial;
        }
    }
}
