using System.Globalization;
using System.Text;
using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>Formats values for violations and problems.</summary>
internal static class Describe
{
    private const int Longest = 60;

    public static string Kind(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        _ => "string",
    };

    /// <summary>The value as JSON, shortened.</summary>
    public static string Literal(JsonElement value) => Text(Utf8Json.RawValue(value));

    public static string Quote(string text) => $"\"{Shorten(text)}\"";

    /// <summary>The text, shortened before it is converted, because an instance can hold a text of any length.</summary>
    public static string Text(ReadOnlySpan<byte> utf8)
    {
        const int MostBytes = 4 * (Longest + 1);
        if (utf8.Length <= MostBytes)
            return Shorten(Encoding.UTF8.GetString(utf8.ToArray()));
        var end = MostBytes;
        while ((utf8[end] & 0xC0) == 0x80 && end > MostBytes - 4)
            end--;
        return Shorten(Encoding.UTF8.GetString(utf8.Slice(0, end).ToArray()));
    }

    public static string Count(int count, string one, string many) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    /// <summary>"a", "a or b", "a, b or c".</summary>
    public static string Alternatives(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nothing",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} or {names[names.Count - 1]}",
    };

    private static string Shorten(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return $"{text.Substring(0, end)}…";
    }
}
