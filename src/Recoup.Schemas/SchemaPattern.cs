using System.Diagnostics.CodeAnalysis;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas;

/// <summary>The regular expressions of JSON Schema, which are those of ECMA-262, in .NET's spelling.</summary>
public static class SchemaPattern
{
    /// <summary>Translates a pattern. The result means the same under <c>RegexOptions.CultureInvariant</c>, without anchors that were not there.</summary>
    /// <param name="pattern">The value of <c>pattern</c>.</param>
    /// <param name="regex">The pattern for <c>System.Text.RegularExpressions.Regex</c>.</param>
    /// <returns>False when the pattern is none of ECMA-262, or means something .NET cannot say.</returns>
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
    /// Compares what two patterns match anywhere in a text, as <c>pattern</c> does, by running their automata side by side. Exact, and bounded in
    /// time and memory.
    /// </summary>
    /// <param name="pattern">The one pattern.</param>
    /// <param name="other">The pattern that may match more.</param>
    /// <returns>Whether every text of the first is one of the other; undecided where a pattern is none of ECMA-262 as well.</returns>
    public static PatternComparison Compare(string pattern, string other) => Compare([pattern], [other]);

    /// <summary>
    /// Compares the texts that all of some patterns match with those that at least one of others matches. Without any pattern on the left these are
    /// all texts, without any on the right there are none: so the left has no text in common where it is a subset of nothing.
    /// </summary>
    /// <param name="patterns">The patterns that all match.</param>
    /// <param name="others">The patterns of which one may match.</param>
    /// <returns>
    /// Whether every text of the left is one of the right, and a shortest text that is not; undecided where a pattern is none of ECMA-262 as well.
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
