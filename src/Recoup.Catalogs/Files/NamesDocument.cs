using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Files;

/// <summary>The text of a names file. Who reads a part of it starts here.</summary>
internal static class NamesDocument
{
    /// <summary>The name of the file, beside the catalog.</summary>
    public const string FileName = "recoup.names.json";

    /// <summary>Parses the text.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="path">The file that the problem names.</param>
    /// <param name="problem">What is wrong; the document is not to be used then.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The text with positions, or null if nothing could be read.</returns>
    public static PositionedJson? Parse(
        ReadOnlyMemory<byte> utf8, string path, out Problem? problem, CancellationToken cancellation = default)
    {
        var document = PositionedJson.Parse(utf8, out var error, cancellation);
        problem = null;
        if (document is null || error is not null)
        {
            var offset = error?.Offset ?? 0;
            var at = document?.PositionOf(offset) ?? PositionedJson.PositionIn(utf8, offset);
            problem = new Problem(NamesProblems.NotJson, error?.Message ?? "it is empty") { Path = path, Range = new TextRange(at, at) };
        }

        return document;
    }

    /// <summary>The names files in the folders of catalogs, each once.</summary>
    /// <param name="catalogs">The files of the catalogs.</param>
    public static IEnumerable<string> Beside(IEnumerable<string> catalogs) => catalogs
        .Select(catalog => Path.Combine(Path.GetDirectoryName(catalog) ?? "", FileName))
        .Distinct(StringComparer.Ordinal)
        .Where(File.Exists);
}
