using System.Text.Json;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// The places of strings, numbers and booleans in an object, and a hash of their values. Parameters that have other values there cannot
/// match the object. Numbers are equal if their values are, as in all comparisons of JSON.
/// </summary>
/// <param name="Shape">The places as one text.</param>
/// <param name="Places">The places: the names of the members on the way to each.</param>
/// <param name="Hash">The hash of the values.</param>
internal sealed record MemberKey(string Shape, string[][] Places, int Hash)
{
    private const int MostPlaces = 8;
    private const int MostDepth = 4;

    /// <summary>The key of an object; null if it has no such place.</summary>
    public static MemberKey? Of(JsonElement members)
    {
        if (members.ValueKind != JsonValueKind.Object)
            return null;
        var places = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        Collect(members, [], places);
        string[][] chosen = [.. places.Values.Take(MostPlaces)];
        return chosen.Length > 0 && HashOf(members, chosen) is { } hash
            ? new MemberKey(Text(chosen.Select(Text)), chosen, hash)
            : null;
    }

    /// <summary>The hash of the values at some places; null if a place is absent or has another kind of value.</summary>
    public static int? HashOf(JsonElement json, string[][] places)
    {
        var hash = default(HashCode);
        foreach (var place in places)
        {
            var value = json;
            foreach (var name in place)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                    return null;
            }

            if (!IsScalar(value))
                return null;
            hash.Add(value.ValueKind);
            if (value.ValueKind == JsonValueKind.String)
                hash.Add(Text(value), StringComparer.Ordinal);
            else if (value.ValueKind == JsonValueKind.Number)
                hash.Add(value.TryGetDouble(out var number) ? number : 0);
        }

        return hash.ToHashCode();
    }

    private static void Collect(JsonElement members, string[] path, SortedDictionary<string, string[]> places)
    {
        foreach (var member in members.EnumerateObject())
        {
            string[] place = [.. path, member.Name];
            if (IsScalar(member.Value))
                places[Text(place)] = place;
            else if (member.Value.ValueKind == JsonValueKind.Object && place.Length < MostDepth)
                Collect(member.Value, place, places);
        }
    }

    // A name may contain any character, so each has its length before it.
    private static string Text(IEnumerable<string> names) =>
        string.Concat(names.Select(name => FormattableString.Invariant($"{name.Length}:{name}")));

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
