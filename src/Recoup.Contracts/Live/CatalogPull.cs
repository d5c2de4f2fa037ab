using System.Security.Cryptography;
using Recoup.Contracts.Documents.Catalogs;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Files;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Snapshots;

namespace Recoup.Contracts.Live;

/// <summary>Stores the live catalog in a file that changes only if the actions change.</summary>
public static class CatalogPull
{
    /// <summary>
    /// Fetches the catalog and writes it, sorted, with a file about its origin next to it. If no action changed, neither file is written.
    /// </summary>
    /// <param name="api">The live API.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellation">Cancels the pull. No file is left half-written.</param>
    /// <exception cref="LiveApiException">The response is not a catalog, or looks like an outage. The files are not changed.</exception>
    /// <exception cref="ContractException">
    /// The path is not a file, the file cannot be written, or the existing file is not a catalog.
    /// </exception>
    public static async Task<PullResult> PullAsync(
        LiveApi api, string path, PullOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        TargetFile.Require(path, "a catalog");
        options ??= new PullOptions();
        var live = await ReadAsync(api, options.Account, cancellation).ConfigureAwait(false);
        var stored = IsStored(path) ? ContractDocument.Load(path).AsServed() : null;
        if (!options.TrustMissing)
            RequireWhole(api, live, stored);

        var text = SnapshotText.Write(live.Catalog!);
        if (stored is not null && (await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false)).AsSpan().SequenceEqual(text))
            return new PullResult(live.Catalog!.Actions.Count, IsChanged: false, path, OriginPath(path));
        var origin = SnapshotText.WriteOrigin(
            api.Address, options, live.Catalog!.Actions.Count, Convert.ToHexStringLower(SHA256.HashData(text)));
        await TargetFile.WriteAsync(path, text, cancellation).ConfigureAwait(false);
        await TargetFile.WriteAsync(OriginPath(path), origin, cancellation).ConfigureAwait(false);
        return new PullResult(live.Catalog.Actions.Count, IsChanged: true, path, OriginPath(path));
    }

    /// <summary>Fetches the catalog as the text that <see cref="PullAsync"/> would store.</summary>
    /// <exception cref="LiveApiException">The response is not a catalog.</exception>
    internal static async Task<byte[]> FetchAsync(LiveApi api, Guid? account, CancellationToken cancellation) =>
        SnapshotText.Write((await ReadAsync(api, account, cancellation).ConfigureAwait(false)).Catalog!);

    /// <summary>
    /// The path of the file about the origin of a catalog: <c>recoup.catalog.json</c> -> <c>recoup.catalog.origin.json</c>.
    /// </summary>
    /// <param name="path">The path of the catalog.</param>
    public static string OriginPath(string path) => Path.ChangeExtension(path, ".origin.json");

    private static async Task<ContractDocument> ReadAsync(LiveApi api, Guid? account, CancellationToken cancellation)
    {
        var response = await LiveList.FetchAsync(api, api.Routes.ListActions, account, cancellation).ConfigureAwait(false);
        return LiveCatalog.Read(api, response);
    }

    // A link without a target is replaced like a link to a file.
    private static bool IsStored(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is not { Exists: false };

    private static void RequireWhole(LiveApi api, ContractDocument live, ContractDocument? stored)
    {
        const string advice = "The file was not changed. Try again later. If the catalog is correct, add --trust-missing.";
        if (live.Catalog!.Actions.Count == 0)
            throw new LiveApiException(
                $"{api.Address} lists no action, as in an outage of the provider or for an account without connections. {advice}");
        if (stored is null)
            return;
        if (stored.CatalogOnly is null)
            throw new ContractException($"{stored.Name} is {stored.Kind}. Give another file for the catalog with --output.");
        var notes = new List<Note>();
        if (OutageGuard.Check(CatalogPairs.Of(new DocumentPair(stored, live)), notes))
            throw new LiveApiException($"{api.Address}: {notes[0].Message}. {advice}");
    }
}
