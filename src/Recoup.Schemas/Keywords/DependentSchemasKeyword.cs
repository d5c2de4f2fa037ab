using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>dependentSchemas</c>: the schemas that an object must satisfy if it has certain properties.</summary>
internal sealed class DependentSchemasKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.Map;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        for (var i = 0; i < site.ChildCount; i++)
            Add(site, builder, i);
    }

    internal static void Add(KeywordSite site, NodeBuilder builder, int child)
    {
        var plan = builder.Object;
        var trigger = site.ChildSource(child).Name!;
        plan.Use(site);
        plan.Presence.Add(new Assertion(site, trigger, plan.SlotOf(trigger), site.Child(child)));
    }

    internal sealed class Assertion(KeywordSite site, string trigger, int slot, SchemaNode node) : PresenceAssertion(site.Source, site.Name)
    {
        public string Trigger => trigger;

        public SchemaNode Node => node;

        public override IEnumerable<SchemaNode> InPlace => [node];

        public override bool Check(JsonElement instance, scoped ReadOnlySpan<ulong> seen, ref Evaluation run) =>
            !IsSeen(seen, slot) || run.Apply(node, instance, Keyword, trigger);
    }
}
