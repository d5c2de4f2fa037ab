namespace Recoup.Schemas.Validation;

/// <summary>
/// What a pass without reports needs of a property, side by side in memory. Most values are valid by their kind alone, and then the pass
/// reads nothing else.
/// </summary>
internal struct PropertyCheck(PropertyEntry entry, SchemaNode? additional)
{
    /// <summary>The schema of the value, or null if any value is valid.</summary>
    public SchemaNode? Node { get; private set; } = entry.Node ?? additional;

    /// <summary>The kinds of values that are valid without a check.</summary>
    public InstanceKinds ValidKinds { get; private set; }

    /// <summary>The slot as a bit, if it is one of the first 64. Otherwise 0.</summary>
    public readonly ulong Bit = entry.Slot is >= 0 and < 64 ? 1UL << entry.Slot : 0;

    public readonly PropertyEntry Entry = entry;

    /// <summary>Called once, when all schemas are compiled.</summary>
    public void Link()
    {
        Node = Node?.Target;
        ValidKinds = Node?.ValidKinds ?? InstanceKinds.All;
    }
}
