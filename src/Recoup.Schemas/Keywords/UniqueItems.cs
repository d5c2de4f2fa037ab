using System.Buffers;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>Finds equal items of an array. Few items are compared pairwise, many items by their hashes.</summary>
internal static class UniqueItems
{
    private const int Few = 12;

    public static bool Hold(JsonElement array, Assertion assertion, ref Evaluation run, out int first, out int second)
    {
        first = second = -1;
        var count = array.GetArrayLength();
        return count < 2 || (count <= Few
            ? HoldFew(array, assertion, ref run, out first, out second)
            : HoldMany(array, count, assertion, ref run, out first, out second));
    }

    private static bool HoldFew(JsonElement array, Assertion assertion, ref Evaluation run, out int first, out int second)
    {
        second = 0;
        foreach (var item in array.EnumerateArray())
        {
            first = 0;
            foreach (var earlier in array.EnumerateArray())
            {
                if (first == second)
                    break;
                if (!run.Charge(assertion, 1) || JsonEquality.Equal(earlier, item))
                    return false;
                first++;
            }

            second++;
        }

        first = second = -1;
        return true;
    }

    private static bool HoldMany(JsonElement array, int count, Assertion assertion, ref Evaluation run, out int first, out int second)
    {
        var size = 32;
        while (size < count * 2)
            size *= 2;
        var items = ArrayPool<JsonElement>.Shared.Rent(count);
        var hashes = ArrayPool<int>.Shared.Rent(count);
        var slots = ArrayPool<int>.Shared.Rent(size);
        Array.Clear(slots, 0, size);
        var unique = true;
        first = second = -1;
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            items[index] = item;
            hashes[index] = JsonHash.Of(item);
            var slot = (int)((uint)hashes[index] * 2654435769 >> 7) & (size - 1);
            for (; unique && slots[slot] != 0; slot = (slot + 1) & (size - 1))
            {
                var earlier = slots[slot] - 1;
                if (!run.Charge(assertion, 1) || hashes[earlier] == hashes[index] && JsonEquality.Equal(items[earlier], item))
                {
                    unique = false;
                    first = earlier;
                    second = index;
                }
            }

            if (!unique)
                break;
            slots[slot] = ++index;
        }

        ArrayPool<JsonElement>.Shared.Return(items, clearArray: true);
        ArrayPool<int>.Shared.Return(hashes);
        ArrayPool<int>.Shared.Return(slots);
        return unique;
    }
}
