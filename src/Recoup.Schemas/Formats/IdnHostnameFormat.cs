namespace Recoup.Schemas.Formats;

/// <summary>
/// An internationalized host name: RFC 5890, section 2.3.2.3. Any of the full stops of RFC 3490, section 3.1, can separate labels.
/// </summary>
internal static class IdnHostnameFormat
{
    private const int LongestLabel = 63;
    private static readonly char[] Dots = ['.', '\u3002', '\uFF0E', '\uFF61'];

    public static bool IsMatch(string text)
    {
        var labels = text.Split(Dots);
        return labels.All(IsLabel) && labels.Sum(label => AsciiLength(label) + 1) - 1 <= 253;
    }

    private static bool IsLabel(string label)
    {
        if (label.All(c => c < 0x80))
            return HostnameFormat.IsLabel(label);
        if (!CodePoints.TryRead(label, out var points) || AsciiLength(label) > LongestLabel)
            return false;
        return IdnLabel.IsMatch(points);
    }

    private static int AsciiLength(string label) => label.All(c => c < 0x80)
        ? label.Length
        : CodePoints.TryRead(label, out var points) ? "xn--".Length + Punycode.EncodedLength(points) : int.MaxValue / 1024;
}
