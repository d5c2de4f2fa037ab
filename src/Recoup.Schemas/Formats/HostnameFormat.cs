namespace Recoup.Schemas.Formats;

/// <summary>A host name: RFC 1123, section 2.1. Labels that start with <c>xn--</c> must be A-labels (RFC 5890, section 2.3.2.1).</summary>
internal static class HostnameFormat
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    public static bool IsMatch(string text) => text.Length is > 0 and <= LongestName && text.Split('.').All(IsLabel);

    public static bool IsLabel(string label)
    {
        if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[label.Length - 1] == '-')
            return false;
        if (!label.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-'))
            return false;
        if (label.Length < 4 || label[2] != '-' || label[3] != '-')
            return true;

        // Hyphens in the third and fourth place are reserved for encodings, and only this one exists.
        return label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
            && Punycode.TryDecode(label.Substring(4), out var decoded)
            && decoded.Exists(point => point >= 0x80) && IdnLabel.IsMatch(decoded);
    }
}
