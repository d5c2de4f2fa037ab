using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs;

/// <summary>The usable part of a catalog, and what is wrong with the rest.</summary>
/// <param name="Catalog">The usable actions.</param>
/// <param name="Problems">The problems, each with its position, in the order of the text.</param>
public sealed record CatalogReading(RecoupCatalog Catalog, IReadOnlyList<Problem> Problems);
