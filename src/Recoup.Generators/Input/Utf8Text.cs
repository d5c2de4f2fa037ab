using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Generators.Input;

/// <summary>
/// The text of an additional file as UTF-8. It is copied once, in chunks: the compiler has no UTF-8, and a string in between would double
/// the memory.
/// </summary>
internal static class Utf8Text
{
    private const int ChunkLength = 16 * 1024;

    private static readonly SourceText Empty = SourceText.From("");

    /// <summary>The text of a file. Empty for a missing file, which the compiler itself reports (CS2001).</summary>
    public static SourceText TextOf(AdditionalText file, CancellationToken cancellation) => file.GetText(cancellation) ?? Empty;

    /// <summary>Copies a text.</summary>
    public static ReadOnlyMemory<byte> Of(SourceText text, CancellationToken cancellation)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        var chunk = new char[Math.Min(ChunkLength, text.Length)];
        var most = Encoding.UTF8.GetMaxByteCount(chunk.Length);
        var utf8 = new byte[text.Length + most];
        var length = 0;
        for (var start = 0; start < text.Length; start += chunk.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(chunk.Length, text.Length - start);
            text.CopyTo(start, chunk, 0, count);

            // ASCII fits; other text takes up to three times its length.
            if (utf8.Length - length < most)
                Array.Resize(ref utf8, length + most + ((text.Length - start) * 2));
            length += encoder.GetBytes(chunk, 0, count, utf8, length, flush: start + count == text.Length);
        }

        return utf8.AsMemory(0, length);
    }
}
