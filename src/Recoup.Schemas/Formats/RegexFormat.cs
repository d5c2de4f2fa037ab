using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Formats;

/// <summary>A regular expression: ECMA-262, section 22.2.1.</summary>
internal static class RegexFormat
{
    public static bool IsMatch(string text)
    {
        try
        {
            PatternParser.Parse(text);
            return true;
        }
        catch (PatternException)
        {
            return false;
        }
    }
}
