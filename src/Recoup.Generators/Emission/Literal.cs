using System.Globalization;
using System.Text;

namespace Recoup.Generators.Emission;

/// <summary>
/// Writes untrusted text as C# literals. Everything except plain ASCII is escaped, so no text can end its literal or its line.
/// </summary>
internal static class Literal
{
    public static string Text(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                literal.Append(c);
            else
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Returns an array of literals.</summary>
    public static string Texts(IEnumerable<string> values) =>
        $"new string[] {{ {string.Join(", ", values.Select(value => Text(WellFormed(value))))} }}";

    /// <summary>Returns a UTF-8 literal. An unpaired surrogate has no UTF-8 form and becomes U+FFFD.</summary>
    public static string Utf8(string value) => Text(WellFormed(value)) + "u8";

    /// <summary>The text with U+FFFD in place of each unpaired surrogate, which has no UTF-8 form.</summary>
    public static string WellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsSurrogate(value[i]))
                return WellFormed(value[..i] + '\uFFFD' + value[(i + 1)..]);
        }

        return value;
    }
}
