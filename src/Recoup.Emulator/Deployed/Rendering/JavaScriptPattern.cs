using System.Text;

namespace Recoup.Emulator.Deployed.Rendering;

/// <summary>
/// Writes a pattern as JavaScript's <c>RegExp.prototype.source</c> returns it: a slash outside a class is escaped (ECMA-262,
/// EscapeRegExpPattern).
/// </summary>
internal static class JavaScriptPattern
{
    public static string Source(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character == '\\' && i + 1 < pattern.Length)
            {
                text.Append(character).Append(pattern[++i]);
                continue;
            }

            isInClass = character == '[' || (isInClass && character != ']');
            if (character == '/' && !isInClass)
                text.Append('\\');
            text.Append(character);
        }
        return text.ToString();
    }
}
