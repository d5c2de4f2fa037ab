using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Validation;

/// <summary>A property that a schema names: its schema, and its place among those whose presence matters.</summary>
internal sealed class PropertyEntry(string name)
{
    public string Name { get; } = name;

    public SchemaNode? Node { get; set; }

    /// <summary>The place in the set of properties seen, or -1.</summary>
    public int Slot { get; private set; } = -1;

    /// <summary>That place as a bit, where all fit into one word; no bit where there is none.</summary>
    public ulong Bit { get; private set; }

    public void TakeSlot(int slot)
    {
        Slot = slot;
        Bit = slot < 64 ? 1UL << slot : 0;
    }
}
