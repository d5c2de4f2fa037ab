using System.Diagnostics.CodeAnalysis;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas;

/// <summary>Translates and compares the regular expressions of JSON Schema, which are those of ECMA-262.</summary>
public static class SchemaPattern
{
    /// <summary>
    /// Translates a pattern to .NET. With <c>RegexOptions.CultureInvariant</c> the result matches the same texts; no anchors are added.
    /// Texts with half of a surrogate pair are excepted: .NET has no sets of code points that match them.
    /// </summary>
    /// <param name="pattern">The value of <c>pattern</c>.</param>
    /// <param name="regex">The pattern for <c>System.Text.RegularExpressions.Regex</c>.</param>
    /// <returns>False if the pattern is not valid in ECMA-262, or .NET has no equivalent.</returns>
    public static bool TryTranslate(string pattern, [NotNullWhen(true)] out string? regex)
    {
        try
        {
            regex = PatternTranslator.Translate(PatternParser.Parse(pattern));
            return true;
        }
        catch (PatternException)
        {
            regex = null;
            return false;
        }
    }

    /// <summary>
    /// Compares which texts two patterns match. As with the keyword <c>pattern</c>, a match anywhere in the text counts. The comparison
    /// runs both automata side by side. It is exact, and its steps are counted and limited.
    /// </summary>
    /// <param name="pattern">The pattern that may match fewer texts.</param>
    /// <param name="other">The pattern that may match more texts.</param>
    /// <returns>
    /// Whether the second pattern matches every text that the first one matches. Undecided if a pattern is not valid in ECMA-262.
    /// </returns>
    public static PatternComparison Compare(string pattern, string other) => Compare([pattern], [other]);

    /// <summary>
    /// Compares the texts that all of <paramref name="patterns"/> match with the texts that at least one of <paramref name="others"/>
    /// matches. Without <paramref name="patterns"/> these are all texts. Without <paramref name="others"/> there are none: if the result is
    /// a subset, no text matches all <paramref name="patterns"/>.
    /// </summary>
    /// <param name="patterns">The patterns that must all match.</param>
    /// <param name="others">The patterns of which at least one must match.</param>
    /// <returns>
    /// Whether the left texts are a subset of the right texts, and if not, a shortest counterexample. Undecided if a pattern is not valid
    /// in ECMA-262.
    /// </returns>
    public static PatternComparison Compare(IReadOnlyCollection<string> patterns, IReadOnlyCollection<string> others)
    {
        try
        {
            return AutomatonComparison.Run([.. patterns.Select(PatternParser.Parse)], [.. others.Select(PatternParser.Parse)]);
        }
        catch (PatternException)
        {
            return default;
        }
    }
}
