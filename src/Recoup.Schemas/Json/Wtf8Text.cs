namespace Recoup.Schemas.Json;

/// <summary>Encodes strings as UTF-8 that can hold lone surrogates (see <see cref="Wtf8"/>).</summary>
internal static class Wtf8Text
{
    /// <summary>Shorter texts are encoded on the stack first.</summary>
    private const int Short = 128;

    public static byte[] Encode(string text)
    {
        Span<byte> buffer = text.Length <= Short ? stackalloc byte[Short * 3] : new byte[text.Length * 3];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var point = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                ? char.ConvertToUtf32(text[i], text[++i])
                : text[i];
            written += Wtf8.Encode(point, buffer.Slice(written));
        }

        return buffer.Slice(0, written).ToArray();
    }
}
