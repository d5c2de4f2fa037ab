namespace Recoup.Schemas.Formats;

/// <summary>A label of letters, digits and hyphens: RFC 1123, section 2.1. If it starts with <c>xn--</c>, it must be an A-label.</summary>
internal static class AsciiLabel
{
    public const int Longest = 63;
    public const string Prefix = "xn--";

    public static bool IsMatch(string label) =>
        IsPlain(label) && (!IsEncoded(label) || IsCanonical(label.Substring(Prefix.Length)));

    /// <summary>Whether a label has allowed characters and an allowed length, whatever it encodes.</summary>
    public static bool IsPlain(string label) =>
        label.Length is > 0 and <= Longest && label[0] != '-' && label[label.Length - 1] != '-'
        && label.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-');

    public static bool IsEncoded(string label) => label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// RFC 5890, section 2.3.1: other labels with hyphens in the third and fourth place are reserved. RFC 1123 allows them, but an
    /// internationalized name may not contain them.
    /// </summary>
    public static bool IsReserved(string label) => label.Length >= 4 && label[2] == '-' && label[3] == '-' && !IsEncoded(label);

    /// <summary>The code points of a valid label; those of the U-label for an A-label.</summary>
    public static List<int> Decode(string label) =>
        IsEncoded(label) && Punycode.TryDecode(label.Substring(Prefix.Length), out var points) ? points : [.. label.Select(c => (int)c)];

    // RFC 5891, section 5.4: the U-label must be valid and encode to the same A-label.
    private static bool IsCanonical(string encoded) =>
        Punycode.TryDecode(encoded, out var points)
        && points.Exists(point => point >= 0x80)
        && IdnLabel.IsMatch(points)
        && Punycode.Encode(points).Equals(encoded, StringComparison.OrdinalIgnoreCase);
}
