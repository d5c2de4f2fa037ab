using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Recoup.Schemas.Json;

/// <summary>
/// A table looked up by UTF-8 text without allocation. Its names never change. Beside its value, an entry has the first and last eight
/// bytes and the length of its name, so a name of up to 16 bytes is compared without reading other memory. If too many names have places
/// close to each other, the table falls back to binary search.
/// </summary>
internal readonly struct Utf8Table<T>
{
    private const int LongestProbe = 16;
    private const int Word = 8;

    private readonly Entry[] _slots;
    private readonly int _mask;
    private readonly bool _sorted;

    private Utf8Table(Entry[] entries)
    {
        var size = 4;
        while (size < entries.Length * 2)
            size *= 2;
        _slots = new Entry[size];
        _mask = size - 1;
        foreach (var entry in entries)
            _sorted = _sorted || !TryPlace(entry);

        if (!_sorted)
            return;
        _slots = entries;
        Array.Sort(_slots, (left, right) => left.Name.AsSpan().SequenceCompareTo(right.Name));
    }

    /// <summary>The places that have an entry.</summary>
    public IEnumerable<int> Places
    {
        get
        {
            var slots = _slots;
            return Enumerable.Range(0, slots.Length).Where(place => slots[place].Name is not null);
        }
    }

    private static Utf8Table<T> Empty { get; } = new([]);

    /// <summary>Builds a table of distinct names.</summary>
    public static Utf8Table<T> Of(IReadOnlyList<KeyValuePair<string, T>> pairs)
    {
        if (pairs.Count == 0)
            return Empty;
        var entries = new Entry[pairs.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var name = Wtf8Text.Encode(pairs[i].Key);
            entries[i] = new Entry(name, pairs[i].Value);
        }

        return new Utf8Table<T>(entries);
    }

    /// <summary>The value at a place. The place keeps its name if the value is replaced.</summary>
    public ref T this[int place] => ref _slots[place].Value;

    /// <summary>The name at a place.</summary>
    public byte[] NameAt(int place) => _slots[place].Name!;

    /// <summary>The place of a name, or -1 if the table does not have it.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        if (_sorted)
            return Search(name);

        var (first, last) = EndsOf(name);
        var slot = SlotOf(first, last);
        for (var probes = 0; probes <= LongestProbe; probes++, slot = (slot + 1) & _mask)
        {
            ref readonly var entry = ref _slots[slot];
            if (entry.First == first && entry.Last == last && entry.Length == name.Length
                && (name.Length <= 2 * Word || name.SequenceEqual(entry.Name)))
                return entry.Name is null ? -1 : slot;
            if (entry.Name is null)
                return -1;
        }

        return -1;
    }

    public bool TryFind(ReadOnlySpan<byte> name, [NotNullWhen(true)] out T? value)
    {
        var place = IndexOf(name);
        value = place < 0 ? default : _slots[place].Value;
        return place >= 0;
    }

    private int Search(ReadOnlySpan<byte> name)
    {
        var low = 0;
        var high = _slots.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = name.SequenceCompareTo(_slots[middle].Name);
            if (order == 0)
                return middle;
            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return -1;
    }

    private bool TryPlace(Entry entry)
    {
        var slot = SlotOf(entry.First, entry.Last);
        for (var probes = 0; _slots[slot].Name is not null; probes++)
        {
            if (probes == LongestProbe)
                return false;
            slot = (slot + 1) & _mask;
        }

        _slots[slot] = entry;
        return true;
    }

    private int SlotOf(ulong first, ulong last) => (int)(((first * 0xFF51AFD7ED558CCDUL) ^ last) * 0x9E3779B97F4A7C15UL >> 40) & _mask;

    /// <summary>
    /// The first and last eight bytes of a name. A name of fewer than eight bytes is the first, padded with zeros, and the last is 0.
    /// </summary>
    private static (ulong First, ulong Last) EndsOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= Word)
        {
            return (
                BinaryPrimitives.ReadUInt64LittleEndian(name),
                BinaryPrimitives.ReadUInt64LittleEndian(name.Slice(name.Length - Word)));
        }

        if (name.Length >= 4)
        {
            var start = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(name);
            var end = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(name.Slice(name.Length - 4));
            return (start | end << (8 * (name.Length - 4)), 0);
        }

        var all = 0UL;
        for (var i = 0; i < name.Length; i++)
            all |= (ulong)name[i] << (8 * i);
        return (all, 0);
    }

    private struct Entry
    {
        public Entry(byte[] name, T value)
        {
            (First, Last) = EndsOf(name);
            Length = name.Length;
            Name = name;
            Value = value;
        }

        public readonly ulong First;
        public readonly ulong Last;

        public readonly int Length;

        /// <summary>Null in a place without an entry.</summary>
        public readonly byte[]? Name;
        public T Value;
    }
}
