using System.Globalization;
using System.Text;

namespace Recoup.Emulator.Deployed.WebAddresses;

/// <summary>
/// An absolute URL as browsers and Node.js read it (WHATWG URL Standard, section 4.4). That is neither RFC 3986 nor <see cref="Uri"/>: it
/// repairs slashes and blanks, accepts any scheme, and is strict about hosts and ports.
/// </summary>
internal sealed class WebAddress
{
    private const int HighestPort = 65535;

    private static readonly HashSet<string> SpecialSchemes = ["ftp", "file", "http", "https", "ws", "wss"];

    private static readonly string[] SingleDots = [".", "%2e"];
    private static readonly string[] DoubleDots = ["..", ".%2e", "%2e.", "%2e%2e"];

    private WebAddress(string scheme, IReadOnlyList<string> path) => (Scheme, Path) = (scheme, path);

    /// <summary>The scheme in lower case, without the colon.</summary>
    public string Scheme { get; }

    /// <summary>The segments of the path, percent-encoded.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>Parses a URL; null if it is none. There is no base, so a relative URL is none.</summary>
    public static WebAddress? Parse(string text)
    {
        var input = WithoutBlanks(text);
        var colon = input.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !char.IsAsciiLetter(input[0]) || !input[..colon].All(IsOfScheme))
            return null;
        var scheme = input[..colon].ToLowerInvariant();
        var isSpecial = SpecialSchemes.Contains(scheme);
        var rest = input[(colon + 1)..];
        var end = rest.AsSpan().IndexOfAny('?', '#') is >= 0 and var at ? at : rest.Length;
        rest = isSpecial ? rest[..end].Replace('\\', '/') : rest[..end];
        if (scheme == "file")
            return File(rest);
        if (!isSpecial)
        {
            return rest.StartsWith("//", StringComparison.Ordinal)
                ? WithAuthority(scheme, rest[2..], isSpecial)
                : new(scheme, PathOf(rest));
        }

        return WithAuthority(scheme, rest.TrimStart('/'), isSpecial);
    }

    private static bool IsOfScheme(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.';

    // Controls and spaces around a URL are ignored, and tabs and line ends everywhere.
    private static string WithoutBlanks(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && text[start] <= ' ')
            start++;
        while (end > start && text[end - 1] <= ' ')
            end--;
        return text.AsSpan(start, end - start).ContainsAny('\t', '\n', '\r')
            ? string.Concat(text[start..end].Where(character => character is not ('\t' or '\n' or '\r')))
            : text[start..end];
    }

    private static WebAddress? WithAuthority(string scheme, string rest, bool isSpecial)
    {
        var end = rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : rest.Length;
        var authority = rest[..end];
        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        if (host.Length == 0 ? isSpecial || at >= 0 : !IsHostAndPort(host, isSpecial))
            return null;
        return new(scheme, PathOf(rest[end..]));
    }

    private static bool IsHostAndPort(string text, bool isSpecial)
    {
        var bracket = text.LastIndexOf(']');
        var colon = text.IndexOf(':', text[0] == '[' && bracket > 0 ? bracket : 0);
        var host = colon < 0 ? text : text[..colon];
        return host.Length > 0 && WebHost.IsValid(host, isSpecial) && (colon < 0 || IsPort(text.AsSpan(colon + 1)));
    }

    private static bool IsPort(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExceptInRange('0', '9'))
            return false;
        var digits = text.TrimStart('0');
        return digits.Length <= 5 && (digits.IsEmpty || int.Parse(digits, CultureInfo.InvariantCulture) <= HighestPort);
    }

    private static WebAddress? File(string rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return new("file", PathOf(rest));
        rest = rest[2..];
        var end = rest.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : rest.Length;
        var host = rest[..end];
        // "file://C:/x" has no host, but a drive.
        if (IsDrive(host))
            return new("file", PathOf(rest));
        return host.Length == 0 || WebHost.IsValid(host, isSpecial: true) ? new("file", PathOf(rest[end..])) : null;
    }

    private static bool IsDrive(string text) => text.Length == 2 && char.IsAsciiLetter(text[0]) && text[1] is ':' or '|';

    private static List<string> PathOf(string path)
    {
        var segments = new List<string>();
        if (path.Length == 0)
            return segments;
        var parts = (path[0] == '/' ? path[1..] : path).Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (DoubleDots.Contains(parts[i], StringComparer.OrdinalIgnoreCase))
            {
                if (segments.Count > 0)
                    segments.RemoveAt(segments.Count - 1);
                if (isLast)
                    segments.Add("");
            }
            else if (!SingleDots.Contains(parts[i], StringComparer.OrdinalIgnoreCase))
            {
                segments.Add(Encode(parts[i]));
            }
            else if (isLast)
            {
                segments.Add("");
            }
        }

        return segments;
    }

    // The path percent-encode set (section 1.3), without "^", which Node.js has left out so far. Escapes stay as they are.
    private static string Encode(string segment)
    {
        if (!segment.Any(IsEncoded))
            return segment;
        var encoded = new StringBuilder(segment.Length + 8);
        foreach (var rune in segment.EnumerateRunes())
        {
            if (rune.IsAscii && !IsEncoded((char)rune.Value))
                encoded.Append((char)rune.Value);
            else
                Append(encoded, rune);
        }

        return encoded.ToString();
    }

    private static void Append(StringBuilder encoded, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
            encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
    }

    private static bool IsEncoded(char character) =>
        character is <= ' ' or > '~' or '"' or '#' or '<' or '>' or '?' or '`' or '{' or '}';
}
