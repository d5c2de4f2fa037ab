using Microsoft.AspNetCore.StaticFiles;

namespace Recoup.Emulator.Core.Formats;

/// <summary>Derives the name and media type of a file from its URL.</summary>
internal static class FileNames
{
    public const string UnknownMimeType = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static string NameOf(string url)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath) : url;
        return WithExtension(path[(path.LastIndexOf('/') + 1)..]);
    }

    /// <summary>A name that has an extension.</summary>
    public static string WithExtension(string name) =>
        name.Contains('.', StringComparison.Ordinal) ? name : "file_" + (name.Length == 0 ? "1" : name) + ".bin";

    /// <summary>The media type of a file by its name.</summary>
    public static string MimeTypeOf(string name) => Types.TryGetContentType(name, out var type) ? type : UnknownMimeType;
}
