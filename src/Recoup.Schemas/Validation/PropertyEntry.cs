namespace Recoup.Schemas.Validation;

/// <summary>A property that a schema names, with its schema and its slot.</summary>
internal sealed class PropertyEntry(string name)
{
    public string Name { get; } = name;

    public SchemaNode? Node { get; set; }

    /// <summary>The slot in the set of properties seen, or -1 if presence does not matter.</summary>
    public int Slot { get; private set; } = -1;

    public void TakeSlot(int slot) => Slot = slot;
}
