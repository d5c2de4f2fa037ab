using System.Text.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>An assertion about which properties an object has. It is checked after the pass over the properties.</summary>
internal abstract class PresenceAssertion(SchemaSource source, string keyword) : Assertion(source, keyword)
{
    /// <summary>
    /// The slots among the first 64 that must be seen, as bits. Null if the assertion is not a plain list of required properties.
    /// </summary>
    public virtual ulong? RequiredSlots => null;

    public sealed override bool Check(JsonElement instance, ref Evaluation run) =>
        throw new InvalidOperationException("ObjectAssertion checks the presence of properties after its pass over them.");

    public abstract bool Check(JsonElement instance, scoped ReadOnlySpan<ulong> seen, ref Evaluation run);

    protected static bool IsSeen(ReadOnlySpan<ulong> seen, int slot) => (seen[slot >> 6] >> (slot & 63) & 1) != 0;
}
