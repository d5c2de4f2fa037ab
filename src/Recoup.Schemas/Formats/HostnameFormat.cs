namespace Recoup.Schemas.Formats;

/// <summary>A host name: RFC 1123, section 2.1, with the A-labels of RFC 5890, section 2.3.2.1.</summary>
internal static class HostnameFormat
{
    public const int LongestName = 253;

    /// <summary>Drafts 4 and 6 know RFC 1034 only, for which a label with the prefix of an A-label is a label like any other.</summary>
    public static bool IsMatchWithoutEncoding(string text) =>
        text.Length is > 0 and <= LongestName && text.Split('.').All(AsciiLabel.IsPlain);

    /// <summary>Draft 7 and later include names that RFC 5891 encodes.</summary>
    public static bool IsMatch(string text)
    {
        if (text.Length is 0 or > LongestName)
            return false;
        var labels = text.Split('.');
        return labels.All(AsciiLabel.IsMatch)
            && (!labels.Any(AsciiLabel.IsEncoded) || BidiRule.IsMatch([.. labels.Select(AsciiLabel.Decode)]));
    }
}
