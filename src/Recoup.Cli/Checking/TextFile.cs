using System.Text;
using Recoup.Cli.ExitCodes;

namespace Recoup.Cli.Checking;

/// <summary>A file as the compiler reads it: UTF-8, or what its byte order mark says.</summary>
internal static class TextFile
{
    /// <exception cref="UsageException">It is not there, or no text; the message says what to do.</exception>
    public static byte[] ReadUtf8(string path, string what = "a catalog or an OpenAPI document")
    {
        if (path.Length == 0 || Directory.Exists(path))
            throw new UsageException($"'{path}' is no file. Give the path of {what}.");
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            var text = reader.ReadToEnd();
            return text.AsSpan(0, Math.Min(text.Length, 4)).Contains('\0')
                ? throw new UsageException($"The file '{path}' looks like UTF-16 or UTF-32 without a byte order mark. Store it in UTF-8.")
                : Encoding.UTF8.GetBytes(text);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file '{path}': looked for {Path.GetFullPath(path)}. Give the path of {what}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException and not DecoderFallbackException)
        {
            throw new UsageException($"The file '{path}' cannot be opened: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"The file '{path}' is not UTF-8 text. Store it in that encoding.");
        }
    }
}
