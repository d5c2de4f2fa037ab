using System.Text;

namespace Recoup.Catalogs.Files;

/// <summary>Reads text files: in the encoding that their byte order mark names, otherwise in UTF-8.</summary>
internal static class TextFile
{
    // UTF-32 first: its mark starts with that of UTF-16.
    private static readonly Encoding[] MarkedEncodings =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file as UTF-8 without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What the file should be, for messages: <c>a catalog or an OpenAPI document</c>.</param>
    /// <exception cref="CatalogException">The file does not exist, cannot be opened, or is not text; the message says what to
    /// do.</exception>
    public static byte[] ReadUtf8(string path, string expected)
    {
        if (path.Length == 0)
            throw new CatalogException($"The path of a file is empty. Give the path of {expected}.");
        if (Directory.Exists(path))
            throw new CatalogException($"'{path}' is a folder. Give the path of {expected}.");
        try
        {
            return ToUtf8(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CatalogException($"There is no file '{path}': looked for {Path.GetFullPath(path)}. Give the path of {expected}.", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new CatalogException($"The file '{path}' is not UTF-8 text. Store it in UTF-8.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CatalogException($"The file '{path}' cannot be opened: {e.Message}", e);
        }
    }

    private static byte[] ToUtf8(byte[] bytes, string path)
    {
        var marked = Array.Find(MarkedEncodings, encoding => bytes.AsSpan().StartsWith(encoding.GetPreamble()));
        if (marked is null && bytes.AsSpan(0, Math.Min(bytes.Length, 4)).IndexOf((byte)0) >= 0)
            throw new CatalogException($"The file '{path}' looks like UTF-16 or UTF-32 without a byte order mark. Store it in UTF-8.");
        var start = marked?.GetPreamble().Length ?? 0;
        return Encoding.UTF8.GetBytes((marked ?? Utf8).GetString(bytes, start, bytes.Length - start));
    }
}
