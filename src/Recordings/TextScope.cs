using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>
/// What the texts of a value can contain, because the value as a whole contains it. One search of the whole value spares a search of each
/// of its texts and names.
/// </summary>
/// <param name="Traits">The traits that a text can have.</param>
/// <param name="Credentials">The credentials that a text can contain; null if it contains none.</param>
internal readonly record struct TextScope(TextTraits Traits, Credentials? Credentials)
{
    private const TextTraits Everything = (TextTraits)~0;

    /// <summary>The scope of texts that may contain anything.</summary>
    public static TextScope All(Credentials? credentials) => new(Everything, credentials);

    /// <summary>The scope of a value. The text of a value with escapes does not show what its texts contain.</summary>
    public static TextScope Of(JsonElement value, Credentials? credentials)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(value);
        if (utf8.Contains((byte)'\\'))
            return All(credentials);
        var text = Encoding.UTF8.GetString(utf8);
        return new(TextTraitsReader.WordsOf(text) | ~TextTraitsReader.OfWords, credentials?.MayBeIn(text) == true ? credentials : null);
    }
}
