using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>required</c>: the properties that an object must have.</summary>
internal sealed class RequiredKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.TryReadNames(site.Value, out var names) || names.Count == 0)
            return;
        var plan = builder.Object;
        plan.Use(site);
        plan.Presence.Add(new Assertion(site, names, names.ConvertAll(plan.SlotOf)));
    }

    internal sealed class Assertion : PresenceAssertion
    {
        private readonly List<string> _names;
        private readonly int[] _slots;
        private readonly ulong[] _wanted;

        public Assertion(KeywordSite site, List<string> names, List<int> slots)
            : base(site.Source, site.Name)
        {
            _names = names;
            _slots = [.. slots];
            _wanted = new ulong[slots.Max() / 64 + 1];
            foreach (var slot in slots)
                _wanted[slot >> 6] |= 1UL << (slot & 63);
        }

        public IReadOnlyList<string> Names => _names;

        public override ulong? RequiredSlots => _wanted[0];

        /// <summary>Whether the property of a slot is required.</summary>
        public bool Requires(int slot) => slot >> 6 < _wanted.Length && (_wanted[slot >> 6] >> (slot & 63) & 1) != 0;

        public override bool Check(JsonElement instance, scoped ReadOnlySpan<ulong> seen, ref Evaluation run)
        {
            for (var i = 0; i < _wanted.Length; i++)
            {
                if ((seen[i] & _wanted[i]) != _wanted[i])
                    return run.Trace is not null && Report(seen, ref run);
            }

            return true;
        }

        private bool Report(scoped ReadOnlySpan<ulong> seen, ref Evaluation run)
        {
            for (var i = 0; i < _slots.Length; i++)
            {
                if (!IsSeen(seen, _slots[i]))
                    run.Fail(this, Keyword, $"required property {Describe.Quote(_names[i])}", "none");
            }

            return false;
        }
    }
}
