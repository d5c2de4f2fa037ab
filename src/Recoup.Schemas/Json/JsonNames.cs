using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>Decodes strings and property names. Lone surrogates are kept; <see cref="JsonElement.GetString"/> throws for them.</summary>
internal static class JsonNames
{
    /// <summary>Shorter texts are decoded on the stack.</summary>
    private const int Short = 128;

    public static string Of(JsonProperty property) => Decode(Utf8Json.RawName(property));

    public static string Of(JsonElement text)
    {
        var raw = Utf8Json.RawValue(text);
        return Decode(raw.Slice(1, raw.Length - 2));
    }

    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf((byte)'\\') >= 0)
        {
            var unescaped = new byte[raw.Length];
            raw = unescaped.AsSpan(0, JsonEscapes.Decode(raw, unescaped));
        }

        return FromUtf8(raw);
    }

    public static string FromUtf8(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return "";
        Span<char> characters = text.Length <= Short ? stackalloc char[Short] : new char[text.Length];
        return characters.Slice(0, Wtf8.Decode(text, characters)).ToString();
    }
}
