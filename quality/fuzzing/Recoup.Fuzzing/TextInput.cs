using Recoup.Catalogs;
using Recoup.Catalogs.Files;

namespace Recoup.Fuzzing;

/// <summary>The content of a file, as the readers of documents get it.</summary>
internal static class TextInput
{
    /// <summary>Reads the content as UTF-8; null if it is not text, with a message that says so.</summary>
    public static byte[]? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return TextFile.ReadUtf8(bytes.ToArray(), "The file");
        }
        catch (CatalogException exception)
        {
            Promise.That(exception.Message.StartsWith("The file ", StringComparison.Ordinal), exception.Message);
            return null;
        }
    }
}
