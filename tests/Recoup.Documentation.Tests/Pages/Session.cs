using System.Text.RegularExpressions;

namespace Recoup.Documentation.Tests.Pages;

/// <summary>A command on a page, behind a prompt, and the output that the page shows.</summary>
internal sealed partial record Session(string Place, string Command, string Output)
{
    /// <summary>Whether the tool is run, and ends by itself: an emulator on a port runs until it is stopped.</summary>
    public bool RunsTheTool =>
        Command.StartsWith("recoup ", StringComparison.Ordinal) && !Command.StartsWith("recoup emulate ", StringComparison.Ordinal);

    /// <summary>The words of a command, as a shell splits them.</summary>
    public static string[] WordsOf(string command) =>
        [.. Word().Matches(command).Select(word => Quotes().Replace(word.Value, quoted => quoted.Groups["text"].Value))];

    public static IEnumerable<Session> Of(Snippet snippet)
    {
        foreach (var part in ("\n" + snippet.Text).Split("\n$ ").Skip(1))
        {
            var lines = part.Split('\n', 2);
            yield return new Session(snippet.Place, lines[0], lines.Length > 1 ? lines[1] : "");
        }
    }

    [GeneratedRegex("""('[^']*'|"[^"]*"|\S)+""")]
    private static partial Regex Word();

    [GeneratedRegex("""'(?<text>[^']*)'|"(?<text>[^"]*)["]""")]
    private static partial Regex Quotes();
}
