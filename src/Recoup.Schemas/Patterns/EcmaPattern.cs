using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Patterns;

/// <summary>A regular expression of ECMA-262, ready to run: parsed, translated to .NET, compiled.</summary>
internal sealed class EcmaPattern
{
    private readonly Regex _regex;

    private EcmaPattern(string text, PatternNode root, Regex regex)
    {
        Text = text;
        Root = root;
        _regex = regex;
    }

    public string Text { get; }

    public PatternNode Root { get; }

    public static bool TryParse(
        string text, TimeSpan timeout, [NotNullWhen(true)] out EcmaPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            var root = PatternParser.Parse(text);
            var regex = RegexFactory.Create(PatternTranslator.Translate(root), PatternNodes.NeedsBacktracking(root), timeout);
            pattern = new EcmaPattern(text, root, regex);
            problem = null;
            return true;
        }
        catch (Exception exception) when (exception is PatternException or ArgumentException)
        {
            pattern = null;
            problem = exception.Message;
            return false;
        }
    }

    /// <summary>How long one match may take.</summary>
    public TimeSpan Timeout => _regex.MatchTimeout;

    /// <summary>Whether the pattern matches somewhere in the text. A match that takes too long counts as none.</summary>
    public bool IsMatch(ReadOnlySpan<char> text, out bool timedOut)
    {
        timedOut = false;
        try
        {
            return RegexFactory.IsMatch(_regex, text);
        }
        catch (RegexMatchTimeoutException)
        {
            timedOut = true;
            return false;
        }
    }
}
