using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// Draft 2019-09's <c>$recursiveRef</c>: refers to the root of this resource. If that has <c>$recursiveAnchor: true</c>, it refers to the
/// root of the outermost resource of the evaluation that has it too (draft 2019-09 core, section 8.2.4.2).
/// </summary>
internal sealed class RecursiveReferenceKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.Expect(JsonValueKind.String, "\"#\""))
            return;
        if (site.Resolve(JsonNames.Of(site.Value)) is not { } target)
            return;

        var node = site.NodeOf(target);
        if (target == target.Resource.Root && target.Resource.IsRecursiveAnchor)
        {
            builder.Assert(InstanceKinds.All, new Assertion(site, node));
            site.RequireDynamicScopes();
        }
        else
        {
            builder.Assert(InstanceKinds.All, new ReferenceKeyword.Assertion(site, node));
        }
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode initial) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Initial => initial;

        public override bool Check(JsonElement instance, ref Evaluation run) => run.Apply(Bind(run.Scopes), instance, Keyword);

        public SchemaNode Bind(ReadOnlySpan<DynamicScope> scopes)
        {
            foreach (var scope in scopes)
            {
                if (scope.RecursiveAnchor is { } node)
                    return node;
            }

            return initial;
        }
    }
}
