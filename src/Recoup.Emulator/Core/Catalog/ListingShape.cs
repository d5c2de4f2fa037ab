using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>How the list shows an action: the three members that differ between servers.</summary>
internal readonly record struct ListingShape(
    Func<CatalogAction, string> Name, Func<CatalogAction, string> ConnectorSlug, Func<CatalogAction, JsonElement> Parameters);
