using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>
/// Equality of JSON values as JSON Schema defines it (draft 2020-12 core, section 4.2.2): numbers by value, strings by code points, objects
/// in any order of their properties.
/// </summary>
internal static class JsonEquality
{
    /// <summary>Values nested deeper are compared as text, to protect the stack.</summary>
    public const int Deepest = 256;

    /// <summary>Objects with more properties are compared with a dictionary instead of a linear search.</summary>
    private const int SearchableProperties = 8;

    public static bool Equal(JsonElement left, JsonElement right) => Equal(left, right, 0);

    private static bool Equal(JsonElement left, JsonElement right, int depth)
    {
        var kind = left.ValueKind;
        if (kind != right.ValueKind)
            return false;
        return kind switch
        {
            JsonValueKind.Object or JsonValueKind.Array when depth == Deepest =>
                Utf8Json.RawValue(left).SequenceEqual(Utf8Json.RawValue(right)),
            JsonValueKind.Object => ObjectsEqual(left, right, depth + 1),
            JsonValueKind.Array => ArraysEqual(left, right, depth + 1),
            JsonValueKind.String => StringsEqual(Utf8Json.RawValue(left), Utf8Json.RawValue(right)),
            JsonValueKind.Number => NumbersEqual(left, right),
            _ => true,
        };
    }

    private static bool NumbersEqual(JsonElement left, JsonElement right)
    {
        var a = Utf8Json.RawValue(left);
        var b = Utf8Json.RawValue(right);
        if (a.SequenceEqual(b))
            return true;
        var x = JsonNumber.Parse(a);
        var y = JsonNumber.Parse(b);
        return !x.IsHuge && !y.IsHuge && x.Compare(y) == 0;
    }

    private static bool StringsEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right))
            return true;
        if (left.IndexOf((byte)'\\') < 0 && right.IndexOf((byte)'\\') < 0)
            return false;
        return JsonNames.Decode(left) == JsonNames.Decode(right);
    }

    private static bool ArraysEqual(JsonElement left, JsonElement right, int depth)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
            return false;
        using var others = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            others.MoveNext();
            if (!Equal(item, others.Current, depth))
                return false;
        }

        return true;
    }

    private static bool ObjectsEqual(JsonElement left, JsonElement right, int depth)
    {
        var count = Utf8Json.PropertyCount(left);
        if (count != Utf8Json.PropertyCount(right))
            return false;
        return count <= SearchableProperties ? EqualBySearch(left, right, depth) : EqualByName(left, right, depth);
    }

    private static bool EqualBySearch(JsonElement left, JsonElement right, int depth)
    {
        foreach (var property in left.EnumerateObject())
        {
            if (!TryFind(right, property, out var other) || !Equal(property.Value, other, depth))
                return false;
        }

        return true;
    }

    private static bool TryFind(JsonElement instance, JsonProperty wanted, out JsonElement value)
    {
        var name = Utf8Json.RawName(wanted);
        foreach (var property in instance.EnumerateObject())
        {
            if (StringsEqual(Utf8Json.RawName(property), name))
            {
                value = property.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static bool EqualByName(JsonElement left, JsonElement right, int depth)
    {
        // Most equal objects have their properties in the same order.
        using var others = right.EnumerateObject();
        Dictionary<string, JsonElement>? byName = null;
        foreach (var property in left.EnumerateObject())
        {
            if (byName is null && others.MoveNext() && StringsEqual(Utf8Json.RawName(property), Utf8Json.RawName(others.Current)))
            {
                if (!Equal(property.Value, others.Current.Value, depth))
                    return false;
                continue;
            }

            byName ??= ByName(right);
            if (!byName.TryGetValue(JsonNames.Of(property), out var other) || !Equal(property.Value, other, depth))
                return false;
        }

        return true;
    }

    private static Dictionary<string, JsonElement> ByName(JsonElement instance)
    {
        var byName = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in instance.EnumerateObject())
            byName[JsonNames.Of(property)] = property.Value;
        return byName;
    }
}
