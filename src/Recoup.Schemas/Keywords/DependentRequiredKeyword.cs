using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>dependentRequired</c>: the properties that an object must have if it has another property.</summary>
internal sealed class DependentRequiredKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.Expect(JsonValueKind.Object, "an object of arrays of names"))
            return;
        foreach (var property in site.Value.EnumerateObject())
            Add(site, builder, property);
    }

    internal static void Add(KeywordSite site, NodeBuilder builder, JsonProperty property)
    {
        if (!site.TryReadNames(property.Value, out var names))
            return;
        var plan = builder.Object;
        var trigger = JsonNames.Of(property);
        plan.Use(site);
        plan.Presence.Add(new Assertion(site, trigger, plan.SlotOf(trigger), names, names.ConvertAll(plan.SlotOf)));
    }

    internal sealed class Assertion(
        KeywordSite site, string trigger, int triggerSlot, List<string> names, List<int> slots) : PresenceAssertion(site.Source, site.Name)
    {
        public string Trigger => trigger;

        public IReadOnlyList<string> Names => names;

        public override bool Check(JsonElement instance, scoped ReadOnlySpan<ulong> seen, ref Evaluation run)
        {
            if (!IsSeen(seen, triggerSlot))
                return true;
            var valid = true;
            for (var i = 0; i < slots.Count; i++)
            {
                if (IsSeen(seen, slots[i]))
                    continue;
                valid = false;
                if (run.Trace is null)
                    return false;
                run.Fail(this, Keyword, $"required property {Describe.Quote(names[i])} beside {Describe.Quote(trigger)}", "none");
            }

            return valid;
        }
    }
}
