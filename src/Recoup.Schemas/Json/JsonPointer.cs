using System.Text;

namespace Recoup.Schemas.Json;

/// <summary>Writes and reads JSON Pointers (RFC 6901), also as URI fragments.</summary>
internal static class JsonPointer
{
    private static readonly char[] Escaped = ['~', '/'];

    public static string Escape(string segment) =>
        segment.IndexOfAny(Escaped) < 0 ? segment : segment.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) =>
        segment.IndexOf('~') < 0 ? segment : segment.Replace("~1", "/").Replace("~0", "~");

    public static string[] Split(string pointer) => [.. pointer.Split('/').Skip(1).Select(Unescape)];

    public static string Append(string pointer, string segment) => $"{pointer}/{Escape(segment)}";

    public static void Append(StringBuilder pointer, string segment) => pointer.Append('/').Append(Escape(segment));

    /// <summary>Percent-encodes the characters that a URI fragment cannot hold (RFC 3986, section 3.5).</summary>
    public static string ToFragment(string pointer)
    {
        if (pointer.All(IsFragmentCharacter))
            return pointer;

        var text = new StringBuilder();
        foreach (var part in Encoding.UTF8.GetBytes(pointer))
        {
            if (part < 0x80 && IsFragmentCharacter((char)part))
                text.Append((char)part);
            else
                text.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static bool IsFragmentCharacter(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
        || "-._~!$&'()*+,;=:@/?".Contains(c);
}
