using System.Text.Json;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// The names of the members with strings, numbers and booleans in an object, and a hash of their values. Parameters that have other values
/// there cannot match the object. Numbers are equal if their values are, as in all comparisons of JSON.
/// </summary>
internal readonly record struct MemberKey(string[] Names, int Hash)
{
    private const int Most = 8;

    /// <summary>The key of an object; null if it has no such member.</summary>
    public static MemberKey? Of(JsonElement members)
    {
        if (members.ValueKind != JsonValueKind.Object)
            return null;
        string[] names =
        [
            .. members.EnumerateObject().Where(member => IsScalar(member.Value)).Select(member => member.Name)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Most),
        ];
        return names.Length > 0 && HashOf(members, names) is { } hash ? new MemberKey(names, hash) : null;
    }

    /// <summary>The hash of the members with these names; null if one is absent or has another kind of value.</summary>
    public static int? HashOf(JsonElement json, string[] names)
    {
        var hash = default(HashCode);
        foreach (var name in names)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value) || !IsScalar(value))
                return null;
            hash.Add(value.ValueKind);
            if (value.ValueKind == JsonValueKind.String)
                hash.Add(Text(value), StringComparer.Ordinal);
            else if (value.ValueKind == JsonValueKind.Number)
                hash.Add(value.TryGetDouble(out var number) ? number : 0);
        }

        return hash.ToHashCode();
    }

    // .NET cannot hold half of a surrogate pair. All texts with one have the same hash.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}
