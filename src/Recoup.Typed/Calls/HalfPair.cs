using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Typed;

/// <summary>
/// Finds half of a surrogate pair. A string of .NET can hold one, but UTF-8 cannot: a JSON writer sends U+FFFD instead, without a word.
/// </summary>
internal static class HalfPair
{
    /// <summary>Returns the rule that a string breaks, or null.</summary>
    public static string? In(ReadOnlySpan<char> text)
    {
        for (var start = 0; text[start..].IndexOfAnyInRange('\uD800', '\uDFFF') is var found and >= 0; start += 2)
        {
            start += found;
            if (!char.IsHighSurrogate(text[start]) || start + 1 == text.Length || !char.IsLowSurrogate(text[start + 1]))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected a string that UTF-8 can represent, got half of a surrogate pair (U+{(int)text[start]:X4}) at index {start}");
            }
        }

        return null;
    }

    /// <summary>Returns the rule that a string of a file breaks, or null.</summary>
    public static string? In(StagedFile file) => In(file.Address) ?? In(file.Name) ?? In(file.MimeType) ?? In(file.S3Key);

    /// <summary>Returns the rule that a string or a name in a tree breaks, or null.</summary>
    public static string? In(JsonNode? node) => node is null ? null : Find(() => InNode(node));

    /// <summary>Returns the rule that a string or a name in parsed JSON breaks, or null.</summary>
    public static string? In(JsonElement json)
    {
        // Parsed JSON has half of a pair only as an escape sequence, which is rare.
        var raw = JsonMarshal.GetRawUtf8Value(json);
        return raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0 ? null : Find(() => InElement(json));
    }

    // The framework refuses to read half of a pair from an escape sequence.
    private static string? Find(Func<string?> find)
    {
        try
        {
            return find();
        }
        catch (InvalidOperationException)
        {
            return "expected a string that UTF-8 can represent, got half of a surrogate pair as an escape sequence";
        }
    }

    private static string? InNode(JsonNode? node) => node switch
    {
        JsonObject members => First(members, static member => In(member.Key) ?? InNode(member.Value)),
        JsonArray items => First(items, static item => InNode(item)),
        JsonValue value when value.TryGetValue<JsonElement>(out var element) => InElement(element),
        JsonValue value when value.TryGetValue<string>(out var text) => In(text),
        JsonValue value when value.TryGetValue<char>(out var character) => In([character]),
        _ => null,
    };

    private static string? InElement(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => First(json.EnumerateObject(), static member => In(member.Name) ?? InElement(member.Value)),
        JsonValueKind.Array => First(json.EnumerateArray(), static item => InElement(item)),
        JsonValueKind.String => In(json.GetString()),
        _ => null,
    };

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> find)
    {
        foreach (var item in items)
        {
            if (find(item) is { } found)
                return found;
        }

        return null;
    }
}
