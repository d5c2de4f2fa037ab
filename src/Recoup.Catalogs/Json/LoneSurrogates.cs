using System.Globalization;
using System.Text;

namespace Recoup.Catalogs.Json;

/// <summary>Reads a JSON string whose escapes contain half a surrogate pair. The framework's reader rejects such strings.</summary>
internal static class LoneSurrogates
{
    /// <summary>The text with U+FFFD in place of each half.</summary>
    /// <param name="quoted">The string with its quotes, as UTF-8.</param>
    public static string Replace(ReadOnlySpan<byte> quoted)
    {
        var text = new StringBuilder(Unescape(quoted));
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }

        return text.ToString();
    }

    /// <summary>The text with its halves, which .NET's strings can hold, but no message can.</summary>
    /// <param name="quoted">The string with its quotes, as UTF-8.</param>
    public static string Unescape(ReadOnlySpan<byte> quoted)
    {
        var json = Encoding.UTF8.GetString(quoted.Slice(1, quoted.Length - 2).ToArray());
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            switch (json[i])
            {
                case 'u':
                    text.Append((char)int.Parse(json.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                default: text.Append(json[i]); break;
            }
        }

        return text.ToString();
    }
}
