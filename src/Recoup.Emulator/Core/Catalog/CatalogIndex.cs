using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>
/// A catalog prepared for serving. It depends on the catalog alone and never changes, so all emulators over the same catalog share one
/// index: only the first emulator reads and compiles.
/// </summary>
internal sealed class CatalogIndex
{
    private static readonly ConditionalWeakTable<RecoupCatalog, CatalogIndex> Indexes = [];

    private readonly FrozenDictionary<string, CatalogEntry> _bySlug;
    private readonly ConcurrentDictionary<ListingShape, CatalogListing> _listings = new();
    private readonly ConcurrentDictionary<Func<CatalogAction, bool>, IReadOnlyList<string>> _unlisted = new();

    private CatalogIndex(RecoupCatalog catalog)
    {
        Entries = [.. catalog.Actions.Select(action => new CatalogEntry(action))];
        _bySlug = Entries.ToFrozenDictionary(entry => entry.Action.Slug, StringComparer.Ordinal);
        Connectors = [.. Entries
            .Where(entry => entry.Action.ConnectorSlug.Length > 0)
            .GroupBy(entry => entry.Action.ConnectorSlug, StringComparer.Ordinal)
            .Select(group => new CatalogConnector(group.Key, group.Any(entry => entry.Action.IsConnected)))];
    }

    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>The connectors, in the order in which the catalog first mentions them.</summary>
    public IReadOnlyList<CatalogConnector> Connectors { get; }

    public static CatalogIndex Of(RecoupCatalog catalog) => Indexes.GetValue(catalog, static catalog => new CatalogIndex(catalog));

    public CatalogEntry? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>Returns the slug if the catalog has an action with it.</summary>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    [StackTraceHidden]
    public string RequireAction(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        return Find(slug) is not null
            ? slug
            : throw Unknown("action", slug, Entries.Select(entry => entry.Action.Slug));
    }

    /// <summary>The catalog as JSON of a given shape. Each shape is encoded once.</summary>
    public CatalogListing Listing(ListingShape shape) =>
        _listings.GetOrAdd(shape, static (shape, entries) => new CatalogListing(shape, entries), Entries);

    /// <summary>The connectors with an action that cannot be listed. It is found out once.</summary>
    public IReadOnlyList<string> ConnectorsThatCannotBeListed(Func<CatalogAction, bool> canList) => _unlisted.GetOrAdd(
        canList,
        static (canList, entries) =>
            [
                .. entries.Where(entry => !canList(entry.Action)).Select(entry => entry.Action.ConnectorSlug)
                    .Distinct(StringComparer.Ordinal),
            ],
        Entries);

    /// <summary>The exception about a slug that neither the catalog nor the platform has.</summary>
    public static RecoupEmulatorException Unknown(string kind, string slug, IEnumerable<string> known) =>
        new($"The catalog has no {kind} '{Excerpt.Of(slug)}'.{Nearest.Question(slug, known)}");
}

/// <summary>A connector, and whether it is connected for the account whose catalog this is.</summary>
internal sealed record CatalogConnector(string Slug, bool IsConnected);
