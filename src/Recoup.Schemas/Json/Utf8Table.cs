using System.Buffers.Binary;

namespace Recoup.Schemas.Json;

/// <summary>
/// An immutable table looked up by UTF-8 text without allocation. The key of an entry is its first and last eight bytes and its length; if
/// too many names collide in these, the table falls back to binary search.
/// </summary>
internal sealed class Utf8Table<T> where T : class
{
    private const int LongestProbe = 16;
    private const int LongName = 8;
    private const ulong LongNameKey = 1UL << 63;

    private readonly Entry[] _entries;
    private readonly Entry[] _slots;
    private readonly int _mask;
    private readonly bool _sorted;

    private Utf8Table(Entry[] entries)
    {
        _entries = entries;
        var size = 4;
        while (size < entries.Length * 2)
            size *= 2;
        _slots = new Entry[size];
        _mask = size - 1;
        for (var i = 0; i < entries.Length && !_sorted; i++)
            _sorted = !TryPlace(i);

        if (_sorted)
            Array.Sort(_entries, (left, right) => left.Name.AsSpan().SequenceCompareTo(right.Name));
    }

    public static Utf8Table<T> Empty { get; } = new([]);

    public int Count => _entries.Length;

    public IEnumerable<byte[]> AllNames => _entries.Select(entry => entry.Name);

    public bool Any(Func<T, bool> predicate) => Array.Exists(_entries, entry => predicate(entry.Value!));

    /// <summary>Builds a table of distinct names.</summary>
    public static Utf8Table<T> Of(IReadOnlyList<KeyValuePair<string, T>> pairs)
    {
        if (pairs.Count == 0)
            return Empty;
        var entries = new Entry[pairs.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var name = Wtf8Text.Encode(pairs[i].Key);
            entries[i] = new Entry(KeyOf(name), name, pairs[i].Value);
        }

        return new Utf8Table<T>(entries);
    }

    public T? Find(ReadOnlySpan<byte> name)
    {
        if (_sorted)
            return Search(name);

        var key = KeyOf(name);
        for (var slot = SlotOf(key); ; slot = (slot + 1) & _mask)
        {
            ref readonly var entry = ref _slots[slot];
            if (entry.Value is null || entry.Key == key && (name.Length < LongName || name.SequenceEqual(entry.Name)))
                return entry.Value;
        }
    }

    private T? Search(ReadOnlySpan<byte> name)
    {
        var low = 0;
        var high = _entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = name.SequenceCompareTo(_entries[middle].Name);
            if (order == 0)
                return _entries[middle].Value;
            if (order < 0)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return null;
    }

    private bool TryPlace(int index)
    {
        var slot = SlotOf(_entries[index].Key);
        for (var probes = 0; _slots[slot].Value is not null; probes++)
        {
            if (probes == LongestProbe)
                return false;
            slot = (slot + 1) & _mask;
        }

        _slots[slot] = _entries[index];
        return true;
    }

    private int SlotOf(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & _mask;

    // The key of a name of up to seven bytes is the name itself, with the length in the eighth byte. The key of a longer name has the top
    // bit set.
    private static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= LongName)
        {
            var first = BinaryPrimitives.ReadUInt64LittleEndian(name);
            var last = BinaryPrimitives.ReadUInt64LittleEndian(name.Slice(name.Length - 8));
            return ((first * 0xFF51AFD7ED558CCDUL) ^ (last + ((ulong)name.Length << 48))) | LongNameKey;
        }

        var key = (ulong)name.Length << 56;
        if (name.Length >= 4)
        {
            key |= BinaryPrimitives.ReadUInt32LittleEndian(name);
            return key | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name.Slice(name.Length - 4)) << (8 * (name.Length - 4)));
        }

        for (var i = 0; i < name.Length; i++)
            key |= (ulong)name[i] << (8 * i);
        return key;
    }

    private readonly record struct Entry(ulong Key, byte[] Name, T? Value);
}
