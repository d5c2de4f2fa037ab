using Recoup.Schemas.Json;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Collects what the keywords of one schema require of properties, so that one pass can check all of it.</summary>
internal sealed class ObjectPlan
{
    private readonly Dictionary<string, PropertyEntry> _entries = new(StringComparer.Ordinal);
    private KeywordSite? _first;
    private int _slots;

    public List<(EcmaPattern Pattern, SchemaNode Node, string Text)> Patterns { get; } = [];

    public SchemaNode? Additional { get; set; }

    public SchemaNode? Names { get; set; }

    public List<PresenceAssertion> Presence { get; } = [];

    /// <summary>Sets the keyword that locations of the pass show, unless another keyword was first.</summary>
    public void Use(KeywordSite site) => _first ??= site;

    public void AddProperty(string name, SchemaNode node) => EntryOf(name).Node = node;

    /// <summary>The slot of a property whose presence matters, in the set of properties seen.</summary>
    public int SlotOf(string name)
    {
        var entry = EntryOf(name);
        if (entry.Slot < 0)
            entry.TakeSlot(_slots++);
        return entry.Slot;
    }

    public Assertion Build() => new ObjectAssertion(
        _first!.Value.Source,
        _first.Value.Name,
        Utf8Table<PropertyCheck>.Of(
            [.. _entries.Select(entry => new KeyValuePair<string, PropertyCheck>(entry.Key, new PropertyCheck(entry.Value, Additional)))]),
        [.. Patterns],
        Additional,
        Names,
        [.. Presence],
        _slots);

    private PropertyEntry EntryOf(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            _entries.Add(name, entry = new PropertyEntry(name));
        return entry;
    }
}
