namespace Recoup.Schemas.Json;

/// <summary>Encodes strings as UTF-8 that can hold lone surrogates (see <see cref="Wtf8"/>).</summary>
internal static class Wtf8Text
{
    public static byte[] Encode(string text)
    {
        var buffer = new byte[text.Length * 3];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var point = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                ? char.ConvertToUtf32(text[i], text[++i])
                : text[i];
            written += Wtf8.Encode(point, buffer.AsSpan(written));
        }

        Array.Resize(ref buffer, written);
        return buffer;
    }
}
