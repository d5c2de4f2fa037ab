using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Validation;

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

    public static bool TryParse(string text, TimeSpan timeout, [NotNullWhen(true)] out EcmaPattern? pattern, [NotNullWhen(false)] out string? problem)
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

    /// <summary>Whether the pattern matches somewhere in a text; false where that takes too long.</summary>
    public bool IsMatch(string text)
    {
        try
        {
            return RegexFactory.IsMatch(_regex, text.AsSpan());
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Whether the pattern matches somewhere in a text; a match that takes too long ends the run.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text, Assertion assertion, ref Evaluation run)
    {
        try
        {
            return RegexFactory.IsMatch(_regex, run.Characters(text));
        }
        catch (RegexMatchTimeoutException)
        {
            run.Exhaust(assertion.Source, $"a match of {Text} to end within {_regex.MatchTimeout.TotalMilliseconds} ms");
            return false;
        }
    }
}
