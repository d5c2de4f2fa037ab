using System.Text.RegularExpressions;

namespace Recoup.Documentation.Tests.Pages;

/// <summary>A command on a page, behind a prompt, and what it prints.</summary>
internal sealed partial record Session(string Place, string Command, string Output)
{
    private const string Prompt = "$ recoup ";

    /// <summary>The words behind the program's name, as a shell takes them apart.</summary>
    public static string[] ArgumentsOf(string command) =>
        [.. Word().Matches(command).Skip(1).Select(word => Quotes().Replace(word.Value, quoted => quoted.Groups["text"].Value))];

    public static IEnumerable<Session> Of(Snippet snippet)
    {
        foreach (var part in ("\n" + snippet.Text).Split("\n$ ").Skip(1).Select(part => "$ " + part).Where(part => part.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            if (end > 0)
                yield return new Session(snippet.Place, part[2..end], part[(end + 1)..]);
        }
    }

    [GeneratedRegex("""('[^']*'|"[^"]*"|\S)+""")]
    private static partial Regex Word();

    [GeneratedRegex("""'(?<text>[^']*)'|"(?<text>[^"]*)["]""")]
    private static partial Regex Quotes();
}
