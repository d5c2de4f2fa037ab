using System.Text.Json;

namespace Recoup.Schemas.Json;

/// <summary>An immutable set of JSON values. Few values are compared one by one, many by their hashes.</summary>
internal sealed class JsonValueSet
{
    private const int Few = 8;

    private readonly JsonElement[] _values;
    private readonly int[] _hashes = [];

    /// <summary>The number of a value plus one, or 0.</summary>
    private readonly int[] _slots = [];

    public JsonValueSet(JsonElement[] values)
    {
        _values = values;
        if (values.Length <= Few)
            return;
        var size = 32;
        while (size < values.Length * 2)
            size *= 2;
        _slots = new int[size];
        _hashes = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            _hashes[i] = JsonHash.Of(values[i]);
            if (!Find(values[i], _hashes[i], out var slot, out _))
                _slots[slot] = i + 1;
        }
    }

    /// <summary>Whether the set has the value, and how many values were compared with it.</summary>
    public bool Contains(JsonElement value, out int compared)
    {
        if (_slots.Length > 0)
            return Find(value, JsonHash.Of(value), out _, out compared);
        compared = 0;
        foreach (var own in _values)
        {
            compared++;
            if (JsonEquality.Equal(own, value))
                return true;
        }

        return false;
    }

    private bool Find(JsonElement value, int hash, out int slot, out int compared)
    {
        compared = 0;
        var mask = _slots.Length - 1;
        for (slot = (int)(unchecked((uint)hash * 2654435769) >> 7) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var at = _slots[slot] - 1;
            compared++;
            if (_hashes[at] == hash && JsonEquality.Equal(_values[at], value))
                return true;
        }

        return false;
    }
}
