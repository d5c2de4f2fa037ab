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
}
