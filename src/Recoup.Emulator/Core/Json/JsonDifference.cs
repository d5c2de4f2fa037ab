using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Json;

/// <summary>
/// The first differences between two JSON values, by pointer. Numbers are compared by value; the order of members does not matter.
/// </summary>
internal static class JsonDifference
{
    private const int Shown = 3;

    /// <summary>Null if the two values are equal.</summary>
    public static string? Describe(JsonElement expected, JsonElement got) => Describe(Find(expected, got).Take(Shown));

    /// <summary>
    /// Null if a value matches a pattern: every member of the pattern is in it and matches, arrays have as many items as those of the
    /// pattern, and all other values are equal.
    /// </summary>
    public static string? DescribeMismatch(JsonElement pattern, JsonElement got) =>
        Describe(Find(pattern, got, "", allowsMore: true).Take(Shown));

    /// <summary>Null if there is no difference.</summary>
    public static string? Describe(IEnumerable<string> differences) =>
        string.Join("; ", differences.Take(Shown)) is { Length: > 0 } text ? text : null;

    /// <summary>Every difference between two values.</summary>
    public static IEnumerable<string> Find(JsonElement expected, JsonElement got) =>
        JsonElement.DeepEquals(expected, got) ? [] : Find(expected, got, "", allowsMore: false);

    private static IEnumerable<string> Find(JsonElement expected, JsonElement got, string pointer, bool allowsMore)
    {
        if (expected.ValueKind == JsonValueKind.Object && got.ValueKind == JsonValueKind.Object)
            return FindInObjects(expected, got, pointer, allowsMore);
        if (expected.ValueKind == JsonValueKind.Array
            && got.ValueKind == JsonValueKind.Array
            && expected.GetArrayLength() == got.GetArrayLength())
        {
            return expected.EnumerateArray().Zip(got.EnumerateArray())
                .SelectMany((pair, index) => Find(pair.First, pair.Second, JsonPointer.Append(pointer, index), allowsMore));
        }
        return JsonElement.DeepEquals(expected, got)
            ? []
            : [$"{(pointer.Length == 0 ? "(root)" : pointer)}: expected {Show(expected)}, got {Show(got)}"];
    }

    private static IEnumerable<string> FindInObjects(JsonElement expected, JsonElement got, string pointer, bool allowsMore)
    {
        foreach (var member in expected.EnumerateObject())
        {
            var place = JsonPointer.Append(pointer, member.Name);
            if (!got.TryGetProperty(member.Name, out var value))
            {
                yield return $"{place}: expected {Show(member.Value)}, but it is absent";
                continue;
            }
            foreach (var difference in Find(member.Value, value, place, allowsMore))
                yield return difference;
        }

        if (allowsMore)
            yield break;
        foreach (var member in got.EnumerateObject().Where(member => !expected.TryGetProperty(member.Name, out _)))
            yield return $"{JsonPointer.Append(pointer, member.Name)}: unexpected {Show(member.Value)}";
    }

    /// <summary>A value in a message.</summary>
    public static string Show(JsonElement json) => Excerpt.Of(json.GetRawText(), 80);
}
