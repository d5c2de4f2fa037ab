using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Patterns;

/// <summary>A regular expression of ECMA-262, ready to run.</summary>
internal sealed class EcmaPattern
{
    private readonly Regex _regex;

    private EcmaPattern(string text, Regex regex)
    {
        Text = text;
        _regex = regex;
    }

    public string Text { get; }

    public static bool TryParse(string text, TimeSpan timeout, [NotNullWhen(true)] out EcmaPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            pattern = new EcmaPattern(text, new Regex(text, RegexOptions.CultureInvariant, timeout));
            problem = null;
            return true;
        }
        catch (ArgumentException exception)
        {
            pattern = null;
            problem = exception.Message;
            return false;
        }
    }

    public bool IsMatch(ReadOnlySpan<byte> text, Assertion assertion, ref Evaluation run)
    {
        try
        {
            return _regex.IsMatch(Reading.JsonNames.FromUtf8(text));
        }
        catch (RegexMatchTimeoutException)
        {
            run.Exhaust(assertion.Source, "a pattern that ends in time");
            return false;
        }
    }
}
