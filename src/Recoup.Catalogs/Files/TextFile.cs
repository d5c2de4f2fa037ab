using System.Text;

namespace Recoup.Catalogs.Files;

/// <summary>Reads text files: in the encoding that their byte order mark names, otherwise in UTF-8.</summary>
internal static class TextFile
{
    private const int MostBytes = 64 << 20;

    // UTF-32 first: its mark starts with that of UTF-16.
    private static readonly Encoding[] MarkedEncodings =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
    ];

    // The first bytes of formats that are not text.
    private static readonly (byte[] Start, string Words)[] Formats =
    [
        ([0x1F, 0x8B], "is compressed with gzip. Decompress it"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is compressed with Zstandard. Decompress it"),
        ([0x42, 0x5A, 0x68], "is compressed with bzip2. Decompress it"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is compressed with xz. Decompress it"),
        ([0x50, 0x4B, 0x03, 0x04], "is a ZIP archive. Extract the document from it"),
        ([0x25, 0x50, 0x44, 0x46], "is a PDF document. Export the document as JSON"),
    ];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file as UTF-8 without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What the file should be, for messages: <c>a catalog or an OpenAPI document</c>.</param>
    /// <param name="mostBytes">The size beyond which the file is refused.</param>
    /// <exception cref="CatalogException">The file does not exist, cannot be opened, or is not text; the message says what to
    /// do.</exception>
    public static byte[] ReadUtf8(string path, string expected, int mostBytes = MostBytes)
    {
        if (path.Length == 0)
            throw new CatalogException($"The path of a file is empty. Give the path of {expected}.");
        if (Directory.Exists(path))
            throw new CatalogException($"'{path}' is a folder. Give the path of {expected}.");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return ReadUtf8(file, $"The file '{path}'", mostBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CatalogException($"There is no file '{path}': looked for {Path.GetFullPath(path)}. Give the path of {expected}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CatalogException($"The file '{path}' cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>Reads a stream to its end as UTF-8 without a byte order mark.</summary>
    /// <param name="stream">The stream. A device or a pipe may have no end, so no more than a bound is read.</param>
    /// <param name="name">What the bytes are, as the beginning of a sentence.</param>
    /// <param name="mostBytes">The size beyond which the stream is refused.</param>
    /// <exception cref="CatalogException">The stream is too long, or its bytes are not text; the message says what to do.</exception>
    public static byte[] ReadUtf8(Stream stream, string name, int mostBytes = MostBytes)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (var count = stream.Read(buffer, 0, buffer.Length); count > 0; count = stream.Read(buffer, 0, buffer.Length))
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > mostBytes)
                throw new CatalogException($"{name} has more than {mostBytes >> 20} MB. Give a smaller document.");
        }

        return ReadUtf8(bytes.ToArray(), name);
    }

    /// <summary>Turns the bytes of a text into UTF-8 without a byte order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">What the bytes are, as the beginning of a sentence.</param>
    /// <exception cref="CatalogException">The bytes are not text; the message says what to do.</exception>
    public static byte[] ReadUtf8(byte[] bytes, string name)
    {
        if (Array.Find(Formats, format => bytes.AsSpan().StartsWith(format.Start)) is { Words: { } words })
            throw new CatalogException($"{name} {words}.");
        try
        {
            return ToUtf8(bytes, name);
        }
        catch (DecoderFallbackException e)
        {
            throw new CatalogException($"{name} is not UTF-8 text. Store it in UTF-8.", e);
        }
    }

    private static byte[] ToUtf8(byte[] bytes, string name)
    {
        var marked = Array.Find(MarkedEncodings, encoding => bytes.AsSpan().StartsWith(encoding.GetPreamble()));
        if (marked is null && bytes.AsSpan(0, Math.Min(bytes.Length, 4)).IndexOf((byte)0) >= 0)
            throw new CatalogException($"{name} looks like UTF-16 or UTF-32 without a byte order mark. Store it in UTF-8.");
        var start = marked?.GetPreamble().Length ?? 0;
        var rest = marked is null or UTF8Encoding ? IncompleteTail(bytes) : 0;

        // A text that was cut inside a character is still text: what reads it says that it is incomplete.
        var text = (marked ?? Utf8).GetString(bytes, start, Math.Max(0, bytes.Length - start - rest));
        return Encoding.UTF8.GetBytes(rest > 0 ? text + '\uFFFD' : text);
    }

    // The number of bytes of a character at the end that lacks others.
    private static int IncompleteTail(byte[] utf8)
    {
        for (var length = 1; length <= Math.Min(3, utf8.Length); length++)
        {
            var b = utf8[^length];
            if ((b & 0xC0) != 0x80)
                return length < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1) ? length : 0;
        }

        return 0;
    }
}
