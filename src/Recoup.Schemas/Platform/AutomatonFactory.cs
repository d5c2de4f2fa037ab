using System.Text.RegularExpressions;

namespace Recoup.Schemas.Platform;

/// <summary>
/// Creates regular expressions that run in linear time, if the runtime supports that and the pattern allows it. All others have a timeout.
/// </summary>
internal static class RegexFactory
{
#if NET
    /// <summary>
    /// Longer patterns are matched with backtracking. They hold large sets of characters, such as Unicode properties, for which .NET needs
    /// seconds to build an automaton.
    /// </summary>
    private const int LongestAutomaton = 1500;

#endif
    public static Regex Create(string pattern, bool needsBacktracking, TimeSpan timeout)
    {
#if NET
        if (!needsBacktracking && pattern.Length <= LongestAutomaton)
        {
            try
            {
                return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, timeout);
            }
            catch (NotSupportedException)
            {
                // The automaton would be too large.
            }
        }
#endif
        _ = needsBacktracking;
        return new Regex(pattern, RegexOptions.CultureInvariant, timeout);
    }

    public static bool IsMatch(Regex regex, ReadOnlySpan<char> text) =>
#if NET
        regex.IsMatch(text);
#else
        regex.IsMatch(text.ToString());
#endif
}
