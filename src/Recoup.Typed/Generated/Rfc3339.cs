using System.Globalization;

namespace Recoup.Typed.Generated;

/// <summary>
/// Reads the spellings of date and time (RFC 3339, section 5.6) that the serializer refuses: small letters, and a fraction of any length.
/// </summary>
internal static class Rfc3339
{
    private const int SecondsEnd = 19;
    private const int MaxFraction = 7;

    /// <summary>Reads a date and time with an offset. The digits of a second after the seventh are dropped.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= SecondsEnd || text[10] is not ('T' or 't'))
            return false;
        var rest = text.AsSpan(SecondsEnd);
        var digits = 0;
        if (rest[0] == '.' && (digits = rest[1..].IndexOfAnyExceptInRange('0', '9')) < 1)
            return false;
        var offset = digits == 0 ? rest : rest[(1 + digits)..];
        if (offset is "Z" or "z")
            offset = "+00:00";
        var time = text.AsSpan(11, SecondsEnd - 11 + (digits == 0 ? 0 : 1 + Math.Min(digits, MaxFraction)));
        return offset.Length == 6 && offset[3] == ':' && DateTimeOffset.TryParseExact(
            string.Concat(text.AsSpan(0, 10), "T", time, offset),
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out value);
    }
}
