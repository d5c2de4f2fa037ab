namespace Recoup.Schemas.Formats;

/// <summary>
/// A host name, or an internationalized one: RFC 5890, section 2.3.2.3. Any of the full stops of RFC 3490, section 3.1, can separate
/// labels.
/// </summary>
internal static class IdnHostnameFormat
{
    private static readonly char[] Dots = ['.', '\u3002', '\uFF0E', '\uFF61'];

    public static bool IsMatch(string text)
    {
        var labels = text.Split(Dots);
        return labels.All(IsAscii) ? HostnameFormat.IsMatch(string.Join(".", labels)) : IsInternational(labels);
    }

    private static bool IsInternational(string[] labels)
    {
        var decoded = new List<List<int>>(labels.Length);
        var length = -1;
        foreach (var label in labels)
        {
            if (!TryRead(label, out var points, out var asciiLength))
                return false;
            length += asciiLength + 1;
            decoded.Add(points);
        }

        return length <= HostnameFormat.LongestName && BidiRule.IsMatch(decoded);
    }

    private static bool TryRead(string label, out List<int> points, out int asciiLength)
    {
        asciiLength = label.Length;
        if (IsAscii(label))
        {
            points = AsciiLabel.Decode(label);
            return AsciiLabel.IsMatch(label) && !AsciiLabel.IsReserved(label);
        }

        // Each code point takes at least one character of the A-label. A longer text is not encoded, because the time grows quadratically.
        if (!CodePoints.TryRead(label, out points) || points.Count > AsciiLabel.Longest - AsciiLabel.Prefix.Length)
            return false;
        asciiLength = AsciiLabel.Prefix.Length + Punycode.Encode(points).Length;
        return asciiLength <= AsciiLabel.Longest && IdnLabel.IsMatch(points);
    }

    private static bool IsAscii(string label) => label.All(c => c < 0x80);
}
