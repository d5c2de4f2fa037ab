using System.Text.Unicode;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>
/// Tells names that a program knows (<c>created_at</c>) from names that are data (an id, an e-mail address, a date). An object with one
/// such name is a map. The name alone decides, so learning does not depend on what else was seen.
/// </summary>
internal static class MemberNames
{
    private const int ShortestHex = 16;
    private const int ShortestId = 8;
    private const int ChangesOfId = 3;

    public static bool IsData(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > ShapeLimits.NameBytes || utf8.ContainsAnyInRange<byte>(0, 0x1F) || !Utf8.IsValid(utf8))
            return true;
        if (!utf8.ContainsAnyInRange((byte)'0', (byte)'9') && !utf8.Contains((byte)'@') && !utf8.Contains((byte)':'))
            return false;
        return IsNumber(utf8)
            || utf8.IndexOf("://"u8) >= 0
            || IsFormatted(utf8)
            || IsHex(utf8)
            || IsId(utf8);
    }

    // "+1" and "-1" are names: reactions of GitHub. "+15551234567" is data.
    private static bool IsNumber(ReadOnlySpan<byte> utf8) =>
        !(utf8.Length >= ShortestId && utf8[0] == (byte)'+' ? utf8[1..] : utf8).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    // "members@odata.count" is an annotation of OData, and reads like an e-mail address.
    private static bool IsFormatted(ReadOnlySpan<byte> utf8) =>
        TextFormatTable.Matching(utf8, TextFormats.All & ~TextFormats.Uri) != TextFormats.None && utf8.IndexOf("@odata."u8) < 0;

    private static bool IsHex(ReadOnlySpan<byte> utf8)
    {
        foreach (var b in utf8)
        {
            if (!char.IsAsciiHexDigit((char)b))
                return false;
        }

        return utf8.Length >= ShortestHex;
    }

    // "U012AB3CD", "1AbCd2EfG3hI": letters and digits take turns. Names of programs have few numbers ("sha256", "x509Certificate").
    private static bool IsId(ReadOnlySpan<byte> utf8)
    {
        var changes = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            var (b, isDigit) = ((char)utf8[i], char.IsAsciiDigit((char)utf8[i]));
            if (!char.IsAsciiLetterOrDigit(b) && b is not ('-' or '_'))
                return false;
            if (i > 0 && isDigit != char.IsAsciiDigit((char)utf8[i - 1]) && char.IsAsciiLetterOrDigit((char)utf8[i - 1])
                && char.IsAsciiLetterOrDigit(b))
                changes++;
        }

        return utf8.Length >= ShortestId && changes >= ChangesOfId;
    }
}
