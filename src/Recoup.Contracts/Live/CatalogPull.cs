using System.Security.Cryptography;
using Recoup.Contracts.Documents.Catalogs;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Snapshots;

namespace Recoup.Contracts.Live;

/// <summary>Stores the live catalog as a file that changes only when the actions do.</summary>
public static class CatalogPull
{
    /// <summary>Fetches the catalog and writes it, sorted, with its origin beside it; leaves both files alone when no action changed.</summary>
    /// <param name="api">The live API.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Ends the work; no file is left half written.</param>
    /// <exception cref="LiveApiException">Nothing came that could be stored, or what came looks like an outage; the files stay as they are.</exception>
    /// <exception cref="ContractException">The file is none or cannot be written, or the one that stands there is no catalog.</exception>
    public static async Task<PullResult> PullAsync(LiveApi api, string path, PullOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        RequireTarget(path);
        options ??= new PullOptions();
        var response = await LiveList.FetchAsync(api, api.Routes.ListActions, options.Account, cancellation).ConfigureAwait(false);
        var live = LiveCatalog.Read(api, response);
        var stored = File.Exists(path) ? ContractDocument.Load(path) : null;
        if (!options.TrustMissing)
            RequireWhole(api, live, stored);

        var text = SnapshotText.Write(live.Catalog!);
        if (stored is not null && (await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false)).AsSpan().SequenceEqual(text))
            return new PullResult(live.Catalog!.Actions.Count, IsChanged: false, path, OriginPath(path));
        var origin = SnapshotText.WriteOrigin(api.Address, options, live.Catalog!.Actions.Count, Convert.ToHexStringLower(SHA256.HashData(text)));
        await WriteAsync(path, text, cancellation).ConfigureAwait(false);
        await WriteAsync(OriginPath(path), origin, cancellation).ConfigureAwait(false);
        return new PullResult(live.Catalog.Actions.Count, IsChanged: true, path, OriginPath(path));
    }

    /// <summary>The file beside a catalog that tells where it came from: <c>recoup.catalog.json</c> -> <c>recoup.catalog.origin.json</c>.</summary>
    /// <param name="path">The catalog's file.</param>
    public static string OriginPath(string path) => Path.ChangeExtension(path, ".origin.json");

    // Before anything is fetched: a list takes the server seconds.
    private static void RequireTarget(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || Directory.Exists(path))
            throw new ContractException($"'{path}' is no file to store a catalog in. Give one with --output.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new ContractException($"There is no folder '{folder}' to store '{path}' in. Make it, or give another file with --output.");
    }

    private static void RequireWhole(LiveApi api, ContractDocument live, ContractDocument? stored)
    {
        const string advice = "The file stays as it is. Try again later; if the catalog is meant to be so, add --trust-missing.";
        if (live.Catalog!.Actions.Count == 0)
            throw new LiveApiException($"{api.Address} lists no action: an outage of the provider looks so, and so does an account without connections. {advice}");
        if (stored is null)
            return;
        if (stored.Catalog is null)
            throw new ContractException($"{stored.Name} is an OpenAPI document. Give another file for the catalog with --output.");
        var notes = new List<Note>();
        if (OutageGuard.Check(CatalogPairs.Of(new DocumentPair(stored, live)), notes))
            throw new LiveApiException($"{api.Address}: {notes[0].Message}. {advice}");
    }

    // Into place in one step: whoever reads the file meanwhile sees the old one or the new one.
    private static async Task WriteAsync(string path, byte[] text, CancellationToken cancellation)
    {
        var temporary = path + ".tmp";
        try
        {
            await File.WriteAllBytesAsync(temporary, text, cancellation).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContractException($"The file '{path}' cannot be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
