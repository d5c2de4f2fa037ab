using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recoup.Emulator.Deployed.WebAddresses;

/// <summary>Which hosts a URL may have (WHATWG URL Standard, section 3.5).</summary>
internal static class WebHost
{
    private const string ForbiddenInHosts = "\0\t\n\r #/:<>?@[\\]^|";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(ForbiddenInHosts);

    private static readonly SearchValues<char> ForbiddenInDomains = SearchValues.Create(
        [.. ForbiddenInHosts, '%', '\x7F', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    private static readonly IdnMapping Idn = new();

    /// <summary>Whether a text is a host.</summary>
    /// <param name="host">The text, which is not empty.</param>
    /// <param name="isSpecial">
    /// Whether the scheme is one of the web's, so that a host is a domain or an address. Otherwise, it is opaque.
    /// </param>
    public static bool IsValid(string host, bool isSpecial)
    {
        if (host[0] == '[')
            return host[^1] == ']' && Ipv6.IsValid(host.AsSpan()[1..^1]);
        if (!isSpecial)
            return !host.AsSpan().ContainsAny(Forbidden);
        return ToAscii(PercentDecode(host)) is { Length: > 0 } domain
            && !domain.AsSpan().ContainsAny(ForbiddenInDomains)
            && (!EndsInNumber(domain) || IsIpv4(domain));
    }

    // Bytes that are no UTF-8 become U+FFFD, which no domain has.
    private static string PercentDecode(string host)
    {
        if (!host.Contains('%', StringComparison.Ordinal))
            return host;
        var bytes = new List<byte>(host.Length);
        var utf8 = Encoding.UTF8.GetBytes(host);
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '%' && i + 2 < utf8.Length && char.IsAsciiHexDigit((char)utf8[i + 1]) && char.IsAsciiHexDigit((char)utf8[i + 2]))
            {
                bytes.Add((byte)((Digit(utf8[i + 1]) << 4) | Digit(utf8[i + 2])));
                i += 2;
            }
            else
            {
                bytes.Add(utf8[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);

        static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
    }

    /// <summary>
    /// The domain in ASCII (UTS #46, not transitional); null if it has none. A label of another script has the limits of
    /// <see cref="IdnMapping"/>: 63 characters in Punycode, and without the tables of ICU no mapping of compatibility characters and no
    /// rules for texts from right to left.
    /// </summary>
    private static string? ToAscii(string domain)
    {
        if (Ascii.IsValid(domain) && !domain.Contains("xn--", StringComparison.OrdinalIgnoreCase))
            return domain.ToLowerInvariant();
        var labels = string.Concat(domain.Where(character => !IsIgnored(character)).Select(character => IsDot(character) ? '.' : character))
            .Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (LabelToAscii(labels[i]) is not { } ascii)
                return null;
            labels[i] = ascii;
        }

        return string.Join('.', labels);
    }

    private static string? LabelToAscii(string label)
    {
        try
        {
            if (!Ascii.IsValid(label))
                return IsAllowed(label) ? Idn.GetAscii(label).ToLowerInvariant() : null;
            label = label.ToLowerInvariant();
            if (!label.StartsWith("xn--", StringComparison.Ordinal))
                return label;
            var unicode = Idn.GetUnicode(label);
            return !Ascii.IsValid(unicode) && IsAllowed(unicode) && Idn.GetAscii(unicode) == label ? label : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // What no label contains, whichever tables of characters .NET has: some platforms have none of UTS #46.
    private static bool IsAllowed(string label)
    {
        var runes = label.EnumerateRunes().ToList();
        return Rune.GetUnicodeCategory(runes[0]) is not (
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            && runes.TrueForAll(rune => rune.Value is not 0xFFFD && Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator));
    }

    private static bool IsIgnored(char character) =>
        character is '\u00AD' or '\u034F' or '\u200B' or '\u2060' or '\u2064' or '\uFEFF' or (>= '\u180B' and <= '\u180F')
            or (>= '\uFE00' and <= '\uFE0F');

    private static bool IsDot(char character) => character is '\u3002' or '\uFF0E' or '\uFF61';

    private static bool EndsInNumber(string domain)
    {
        var parts = domain.Split('.');
        if (parts[^1].Length == 0)
        {
            if (parts.Length == 1)
                return false;
            parts = parts[..^1];
        }

        var last = parts[^1];
        return (last.Length > 0 && last.All(char.IsAsciiDigit)) || Number(last) is not null;
    }

    private static bool IsIpv4(string domain)
    {
        var parts = domain.Split('.').ToList();
        if (parts[^1].Length == 0 && parts.Count > 1)
            parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 4)
            return false;
        var numbers = parts.ConvertAll(Number);
        return numbers.TrueForAll(number => number is not null)
            && numbers.Take(numbers.Count - 1).All(number => number <= byte.MaxValue)
            && numbers[^1] < Math.Pow(256, 5 - numbers.Count);
    }

    /// <summary>A part of an address: decimal, octal after a zero, or hexadecimal after 0x; null if it is none.</summary>
    private static double? Number(string text)
    {
        if (text.Length == 0)
            return null;
        var radix = 10;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            (text, radix) = (text[2..], 16);
        else if (text.Length > 1 && text[0] == '0')
            (text, radix) = (text[1..], 8);
        var number = 0.0;
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
                return null;
            var digit = character <= '9' ? character - '0' : (character | 0x20) - 'a' + 10;
            if (digit >= radix)
                return null;
            number = (number * radix) + digit;
        }

        return number;
    }
}
