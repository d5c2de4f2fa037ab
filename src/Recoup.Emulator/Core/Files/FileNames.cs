using Microsoft.AspNetCore.StaticFiles;

namespace Recoup.Emulator.Core.Files;

/// <summary>Derives the name and media type of a file from its URL.</summary>
internal static class FileNames
{
    public const string UnknownMimeType = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Types = new();

    public static string NameOf(string url)
    {
        var path = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath) : url;
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Contains('.') ? name : "file_" + (name.Length == 0 ? "1" : name) + ".bin";
    }

    public static string MimeTypeOf(string url) => Types.TryGetContentType(NameOf(url), out var type) ? type : UnknownMimeType;
}
