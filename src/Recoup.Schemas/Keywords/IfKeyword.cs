using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>if</c>, with <c>then</c> and <c>else</c> beside it: the condition decides which of the two the instance must satisfy.
/// </summary>
internal sealed class IfKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        var then = site.TryGetSibling("then", out var thenSite) ? thenSite.Child(0) : null;
        var otherwise = site.TryGetSibling("else", out var elseSite) ? elseSite.Child(0) : null;
        builder.Assert(InstanceKinds.All, new Assertion(site, site.Child(0), then, otherwise));
    }

    internal sealed class Assertion(
        KeywordSite site, SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Condition => condition;

        public SchemaNode? Then => then;

        public SchemaNode? Otherwise => otherwise;

        public override IEnumerable<SchemaNode> InPlace => new[] { condition, then, otherwise }.OfType<SchemaNode>();

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            if (then is null && otherwise is null && !run.Marks.On)
                return true;

            var frame = run.Marks.Fork();
            var matches = run.Matches(condition, instance);
            run.Marks.End(frame, merge: matches);

            return matches
                ? then is null || run.Apply(then, instance, "then")
                : otherwise is null || run.Apply(otherwise, instance, "else");
        }
    }
}
