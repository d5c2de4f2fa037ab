using System.Text.Json;
using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Validation;

/// <summary>What must hold once it is known which properties an object has.</summary>
internal abstract class PresenceRule(KeywordSite site) : Assertion(site)
{
    public sealed override bool Check(JsonElement instance, ref Evaluation run) =>
        throw new InvalidOperationException("A rule about presence is checked by the pass over the properties.");

    public abstract bool Check(JsonElement instance, scoped ReadOnlySpan<ulong> seen, ref Evaluation run);

    protected static bool IsSeen(ReadOnlySpan<ulong> seen, int slot) => (seen[slot >> 6] >> (slot & 63) & 1) != 0;
}
