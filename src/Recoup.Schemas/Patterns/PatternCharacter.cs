using System.Globalization;
using System.Text;

namespace Recoup.Schemas.Patterns;

/// <summary>Writes single characters of .NET's expressions. Printable ASCII stays readable; anything else is escaped.</summary>
internal static class PatternCharacter
{
    // '#' and the space have a meaning under RegexOptions.IgnorePatternWhitespace only, which translated patterns do not use.
    private const string Special = "\\^$.|?*+()[]{}-";

    /// <summary>Writes a character so that it stands for itself, inside and outside of brackets.</summary>
    public static void Append(StringBuilder text, int character)
    {
        if (character is < ' ' or > '~')
            text.Append("\\u").Append(character.ToString("X4", CultureInfo.InvariantCulture));
        else if (Special.Contains((char)character))
            text.Append('\\').Append((char)character);
        else
            text.Append((char)character);
    }
}
