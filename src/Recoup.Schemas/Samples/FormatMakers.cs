using System.Globalization;
using System.Text;

namespace Recoup.Schemas.Samples;

/// <summary>Makes texts of each format: one for each number, of exactly a given length, or null. Lengths are at least 0.</summary>
internal static class FormatMakers
{
    private const int Group = 4;
    private const int LongestLabel = 63;
    private const int LongestLocalPart = 64;
    private static readonly DateTime Start = new(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    private static readonly Dictionary<string, Func<int, int, string?>> ByName = new(StringComparer.Ordinal)
    {
        ["date-time"] = (number, length) => Time(number, length, "yyyy-MM-dd'T'HH:mm:ss"),
        ["date"] = (number, _) => Start.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["time"] = (number, length) => Time(number, length, "HH:mm:ss"),
        ["duration"] = (number, length) => Digits(number + 1, length - 2) is { } days ? $"P{days}D" : null,
        ["email"] = Mailbox,
        ["idn-email"] = Mailbox,
        ["hostname"] = Host,
        ["idn-hostname"] = Host,
        ["ipv4"] = Ipv4,
        ["ipv6"] = Ipv6,
        ["uri"] = UriOf,
        ["iri"] = UriOf,
        ["uri-reference"] = PathOf,
        ["iri-reference"] = PathOf,
        ["uri-template"] = (number, length) => length < 12 ? PathOf(number, length) : Around("/items/", number, length, "/{id}"),
        ["uuid"] = (number, _) => $"00000000-0000-4000-8000-{number:x12}",
        ["json-pointer"] = PathOf,
        ["relative-json-pointer"] = (number, length) => length == 1 ? Digits(number, length) : Around("1/", number, length, ""),
        ["regex"] = (number, length) => length < 3 ? Letters(number, length) : Around("^", number, length, "$"),
    };

    public static Func<int, int, string?> Of(string format) => ByName[format];

    public static string? Base64(int number, int length) =>
        Letters(number, length / Group * 3) is { } text ? Convert.ToBase64String(Encoding.ASCII.GetBytes(text)) : null;

    // The time of day, then as many digits of a second as needed, then Z.
    private static string? Time(int number, int length, string form)
    {
        var whole = Start.AddSeconds(number).ToString(form, CultureInfo.InvariantCulture) + "Z";
        return length <= whole.Length
            ? whole
            : Around(Start.ToString(form, CultureInfo.InvariantCulture) + ".", number, length, "Z", Digits);
    }

    private static string? Mailbox(int number, int length)
    {
        const string host = "@example.com";
        if (length <= host.Length)
            return Around("", number, length, "@b");
        if (length <= host.Length + LongestLocalPart)
            return Around("", number, length, host);
        return Letters(number, LongestLocalPart) + "@" + Host(0, length - LongestLocalPart - 1);
    }

    private static string? Host(int number, int length)
    {
        const string domain = ".example.com";
        if (length > domain.Length && length <= LongestLabel)
            return Around("", number, length, domain);
        var text = new StringBuilder();
        while (length - text.Length > LongestLabel)
            text.Append('a', LongestLabel - 3).Append('.');
        return Letters(number, length - text.Length) is { } last ? text.Append(last).ToString() : null;
    }

    // Four numbers of one to three digits. Each has as few values as its digits allow.
    private static string? Ipv4(int number, int length)
    {
        var digits = length - 3;
        if (digits < 4 || digits > 12)
            return null;
        var octets = new string[4];
        for (var i = octets.Length - 1; i >= 0; i--)
        {
            var width = Math.Min(3, digits - i);
            digits -= width;
            var (first, count) = width switch { 1 => (1, 9), 2 => (10, 90), _ => (100, 156) };
            octets[i] = (first + number % count).ToString(CultureInfo.InvariantCulture);
            number /= count;
        }

        return number == 0 ? string.Join(".", octets) : null;
    }

    // Two colons and the last groups, or all eight groups.
    private static string? Ipv6(int number, int length)
    {
        const int width = 4;
        if (length == 2)
            return number == 0 ? "::" : null;
        var isFull = length > 36;
        var groups = isFull ? 8 : Math.Max(0, (length - 1 + width) / (width + 1));
        var digits = length - (isFull ? 0 : 2) - Math.Max(0, groups - 1);
        if (Hexadecimal(number, digits) is not { } text || digits > groups * width || digits < groups)
            return null;
        var address = new StringBuilder(isFull ? "" : "::");
        for (var (i, at) = (0, 0); i < groups; i++)
        {
            var take = Math.Min(width, digits - at - (groups - i - 1));
            address.Append(i == 0 ? "" : ":").Append(text, at, take);
            at += take;
        }

        return address.ToString();
    }

    private static string? UriOf(int number, int length)
    {
        const string site = "https://example.com/";
        return Around(length < site.Length ? "a:" : site, number, length, "");
    }

    private static string? PathOf(int number, int length) => length == 0 ? Letters(number, 0) : Around("/", number, length, "");

    private static string? Around(string before, int number, int length, string after, Func<int, int, string?>? fill = null) =>
        (fill ?? Letters)(number, length - before.Length - after.Length) is { } text
            ? before + text + after
            : null;

    private static string? Digits(int number, int length) => Fill(number, length, "0123456789");

    private static string? Hexadecimal(int number, int length) => Fill(number, length, "0123456789abcdef");

    private static string? Letters(int number, int length) => Fill(number, length, "abcdefghijklmnopqrstuvwxyz");

    /// <summary>A number in the digits of an alphabet, filled with the first of them; null if it does not fit.</summary>
    private static string? Fill(int number, int length, string digits)
    {
        if (length < 0)
            return null;
        var text = new char[length];
        for (var i = length - 1; i >= 0; i--)
        {
            text[i] = digits[number % digits.Length];
            number /= digits.Length;
        }

        return number == 0 ? new string(text) : null;
    }
}
