using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Recoup.Catalogs;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>
/// A catalog made ready to serve. Derived from the catalog alone and never changed, so every emulator over the same catalog shares one:
/// the hundredth starts without reading or compiling anything.
/// </summary>
internal sealed class CatalogIndex
{
    private static readonly ConditionalWeakTable<RecoupCatalog, CatalogIndex> Indexes = [];

    private readonly FrozenDictionary<string, CatalogEntry> _bySlug;
    private readonly ConcurrentDictionary<ListingShape, CatalogListing> _listings = new();

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

    /// <summary>The connectors, in the order in which the catalog first names them.</summary>
    public IReadOnlyList<CatalogConnector> Connectors { get; }

    public static CatalogIndex Of(RecoupCatalog catalog) => Indexes.GetValue(catalog, static catalog => new CatalogIndex(catalog));

    public CatalogEntry? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    public bool HasConnector(string slug) => Connectors.Any(connector => connector.Slug == slug);

    /// <summary>The catalog as JSON in the form that some rules give it, encoded once.</summary>
    public CatalogListing Listing(ListingShape shape) => _listings.GetOrAdd(shape, static (shape, entries) => new CatalogListing(shape, entries), Entries);
}

/// <summary>A connector and whether the account the catalog was taken for had connected it.</summary>
internal sealed record CatalogConnector(string Slug, bool IsConnected);
