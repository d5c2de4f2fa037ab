using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>How an action is shown in the list: the three members that servers fill differently.</summary>
internal readonly record struct ListingShape(
    Func<CatalogAction, string> Name, Func<CatalogAction, string> ConnectorSlug, Func<CatalogAction, JsonElement> Parameters);
