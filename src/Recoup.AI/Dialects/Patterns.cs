using System.Text.RegularExpressions;
using Recoup.Schemas;

namespace Recoup.AI.Dialects;

/// <summary>Which patterns a provider's grammar can follow.</summary>
internal static partial class Patterns
{
    /// <summary>Whether a pattern is valid and has no lookaround and no back reference, which need more than a finite automaton.</summary>
    public static bool IsSimple(string pattern) => IsValid(pattern) && !NotRegular().IsMatch(pattern);

    /// <summary>Whether a pattern is valid in ECMA-262.</summary>
    public static bool IsValid(string pattern) => SchemaPattern.TryTranslate(pattern, out _);

    [GeneratedRegex(@"\(\?[=!<]|\\[1-9]|\\k<", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NotRegular();
}
