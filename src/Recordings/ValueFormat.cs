using System.Buffers;
using System.Globalization;
using System.Net;

namespace Recoup.Recordings;

/// <summary>The formats of texts that a stand-in keeps.</summary>
internal static class ValueFormat
{
    public const string Uuid = "uuid";
    public const string Date = "date";
    public const string DateTime = "date-time";
    public const string Email = "email";
    public const string Uri = "uri";
    public const string Ip = "ip";

    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789-:.+TZ ");

    private const int Longest = 8192;
    private const string DatePattern = "yyyy-MM-dd";

    /// <summary>The format of a text as a whole; null if it has none of these.</summary>
    public static string? Of(string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        if (text.Length == 36 && Guid.TryParseExact(text, "D", out _))
            return Uuid;
        if (char.IsAsciiDigit(text[0]) && IsDate(text) is { } date)
            return date;
        if (IsIp(text))
            return Ip;
        if (IsUri(text))
            return Uri;
        return EmailAddresses.Find(text).FirstOrDefault().Length == text.Length ? Email : null;
    }

    /// <summary>Whether a text is a date and a time, as most of those are that a service sends. It contains nothing sensitive.</summary>
    public static bool IsTime(string text)
    {
        if (text.Length is < 19 or > 35 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or ' ') || text[13] != ':')
            return false;
        return !text.AsSpan().ContainsAnyExcept(OfTimes)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
    }

    private static string? IsDate(string text)
    {
        if (text.Length < DatePattern.Length || !DateOnly.TryParseExact(
            text.AsSpan(0, DatePattern.Length), DatePattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return null;
        }

        if (text.Length == DatePattern.Length)
            return Date;
        return text.Length >= "yyyy-MM-ddTHH:mm:ss".Length && text[DatePattern.Length] is 'T' or 't' or ' '
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? DateTime
            : null;
    }

    private static bool IsIp(string text) =>
        IPAddress.TryParse(text, out _) && (text.Contains(':', StringComparison.Ordinal) || text.Count(character => character == '.') == 3);

    private static bool IsUri(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) > 0 && System.Uri.TryCreate(text, UriKind.Absolute, out _);
}
