namespace Recoup.Schemas.Formats;

/// <summary>
/// An IPv4 address: <c>dotted-quad</c> of RFC 2673, section 3.2. Leading zeros are invalid, because some parsers read them as octal.
/// </summary>
internal static class Ipv4Format
{
    public static bool IsMatch(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(IsByte);
    }

    private static bool IsByte(string part) =>
        part.Length is >= 1 and <= 3
            && (part.Length == 1 || part[0] != '0')
            && Digits.TryRead(part, 0, part.Length, out var value)
            && value <= 255;
}
