using System.Globalization;
using System.Text;

namespace Recoup.Contracts.Documents.Wire;

/// <summary>Writes a part of a URI in its normal form.</summary>
internal static class UriText
{
    private const string Unreserved = "-._~";
    private const string Reserved = ":/?#[]@!$&'()*+,;=";

    /// <summary>
    /// Percent-encodes what must be, decodes what need not be, and writes the digits in upper case (RFC 3986, section 6.2.2). A reserved
    /// character and its encoding stay different (section 2.2).
    /// </summary>
    public static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(
                text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var encoded))
            {
                Append(normal, encoded, keepsReserved: false);
                i += 2;
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            foreach (var b in Encoding.UTF8.GetBytes(text.Substring(i, length)))
                Append(normal, b, keepsReserved: true);
            i += length - 1;
        }

        return normal.ToString();
    }

    private static void Append(StringBuilder normal, byte b, bool keepsReserved)
    {
        var character = (char)b;
        if (char.IsAsciiLetterOrDigit(character) || Unreserved.Contains(character)
            || (keepsReserved && Reserved.Contains(character)))
            normal.Append(character);
        else
            normal.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
    }
}
