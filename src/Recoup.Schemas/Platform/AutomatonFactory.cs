using System.Text.RegularExpressions;

namespace Recoup.Schemas.Platform;

/// <summary>Creates .NET's automata: regular expressions that run in linear time. Older runtimes have none.</summary>
internal static class AutomatonFactory
{
#if NET
    public static bool IsSupported => true;

    /// <summary>Creates an automaton. Null if it would be too large.</summary>
    public static Regex? TryCreate(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    public static bool IsMatch(Regex regex, ReadOnlySpan<char> text) => regex.IsMatch(text);
#else
    public static bool IsSupported => false;

    public static Regex? TryCreate(string pattern) => null;

    public static bool IsMatch(Regex regex, ReadOnlySpan<char> text) => regex.IsMatch(text.ToString());
#endif
}
