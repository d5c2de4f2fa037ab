using System.Buffers;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>
/// The usual spellings of the formats, told by their bytes. True means that the string has the format; false leaves it to the engine.
/// </summary>
internal static class ClearFormats
{
    private static readonly SearchValues<byte> HostBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."u8);

    // RFC 3986, section 3.4, without percent-encoding.
    private static readonly SearchValues<byte> UrlBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/?"u8);

    /// <summary><c>2024-01-02T03:04:05Z</c>, also with fractions of a second.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> utf8) =>
        utf8.Length >= 20
        && IsDate(utf8[..10])
        && utf8[10] == (byte)'T' && utf8[13] == (byte)':' && utf8[16] == (byte)':' && utf8[^1] == (byte)'Z'
        && Number(utf8, 11) is >= 0 and < 24 && Number(utf8, 14) is >= 0 and < 60 && Number(utf8, 17) is >= 0 and < 60
        && (utf8.Length == 20
            || (utf8[19] == (byte)'.' && utf8.Length > 21 && !utf8[20..^1].ContainsAnyExceptInRange((byte)'0', (byte)'9')));

    /// <summary><c>2024-01-02</c>. The last days of months are left to the engine.</summary>
    public static bool IsDate(ReadOnlySpan<byte> utf8) =>
        utf8.Length == 10
        && utf8[4] == (byte)'-' && utf8[7] == (byte)'-'
        && Number(utf8, 0) >= 0 && Number(utf8, 2) >= 0 && Number(utf8, 5) is >= 1 and <= 12 && Number(utf8, 8) is >= 1 and <= 28;

    /// <summary>A UUID in its form of 36 characters.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? utf8[i] != (byte)'-' : !char.IsAsciiHexDigit((char)utf8[i]))
                return false;
        }

        return utf8.Length == 36;
    }

    /// <summary>A link of the web with a host name, without percent-encoding.</summary>
    public static bool IsUrl(ReadOnlySpan<byte> utf8)
    {
        var start = utf8.StartsWith("https://"u8) ? 8 : utf8.StartsWith("http://"u8) ? 7 : 0;
        if (start == 0)
            return false;
        var rest = utf8[start..];
        var end = rest.IndexOfAnyExcept(HostBytes);
        if (end is 0 || rest.Length == 0)
            return false;
        rest = end < 0 ? [] : rest[end..];
        if (rest.Length > 0 && rest[0] is not ((byte)'/' or (byte)'?' or (byte)'#'))
            return false;
        var other = rest.IndexOfAnyExcept(UrlBytes);
        return other < 0 || (rest[other] == (byte)'#' && !rest[(other + 1)..].ContainsAnyExcept(UrlBytes));
    }

    // Two digits; -1 for anything else.
    private static int Number(ReadOnlySpan<byte> utf8, int at) =>
        char.IsAsciiDigit((char)utf8[at]) && char.IsAsciiDigit((char)utf8[at + 1]) ? ((utf8[at] - '0') * 10) + utf8[at + 1] - '0' : -1;
}
