using System.Text.RegularExpressions;

namespace Recoup.Schemas.Platform;

/// <summary>Regular expressions in time linear to the input, where the runtime has such and the pattern allows it; else bounded in time.</summary>
internal static class RegexFactory
{
    /// <summary>
    /// Large sets of characters, as Unicode properties are, make .NET's automata cost seconds to build: longer texts than this
    /// are run with backtracking.
    /// </summary>
    private const int LongestAutomaton = 1500;

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
                // Its automaton would be too large.
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
