using Recoup.Emulator.Core.Formats;
using Recoup.Emulator.Deployed.WebAddresses;

namespace Recoup.Emulator.Deployed;

/// <summary>How the deployed server reads the URLs in bodies (D20).</summary>
internal static class DeployedUrls
{
    /// <summary>Any absolute URL of any scheme.</summary>
    public static bool IsUrl(string text) => WebAddress.Parse(Trim(text)) is not null;

    /// <summary>A text that does not begin as a web address does, in lower case, is taken for the path of a file.</summary>
    public static bool IsFetched(string url) =>
        Trim(url).StartsWith("http", StringComparison.Ordinal) && WebAddress.Parse(Trim(url)) is { Scheme: "http" or "https" };

    /// <summary>The last segment of the path that is not empty, with its escapes.</summary>
    public static string FileNameOf(string url) =>
        FileNames.WithExtension(WebAddress.Parse(Trim(url))?.Path.LastOrDefault(segment => segment.Length > 0) ?? "");

    // JavaScript trims the byte order mark, and not the next-line control.
    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsBlank(char character) => character == '\uFEFF' || (character != '\u0085' && char.IsWhiteSpace(character));
}
