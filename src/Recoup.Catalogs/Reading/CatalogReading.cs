using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Reading;

/// <summary>What was read from a catalog's text: all that is usable, and what is wrong with the rest.</summary>
/// <param name="Catalog">The usable actions.</param>
/// <param name="Problems">The problems, each with its place, in the order of the text.</param>
public sealed record CatalogReading(RecoupCatalog Catalog, IReadOnlyList<Problem> Problems);
