using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Json;

namespace Recoup.Cli.Terminal;

/// <summary>
/// Replaces what untrusted text must not bring into a terminal or a build log by U+FFFD: control characters, invisible ones, and the first
/// character of a command to a build server.
/// </summary>
internal static class SafeText
{
    private const string Replacement = "\uFFFD";

    public static string Of(string text) => UnsafeText.Replace(text, static _ => Replacement);

    /// <summary>The lines of a text that are commands to GitHub, which escapes the text in them.</summary>
    public static string OfCommands(string text) => UnsafeText.Replace(text, static found => found == ":" ? found : Replacement);

    /// <summary>A text on one line.</summary>
    public static string Line(string text) => Of(TextLines.OneLine(text).Replace('\t', ' '));
}
