using Recoup.Catalogs;

namespace Recoup.Contracts.Levels;

/// <summary>Where the actions of a catalog stand in its document.</summary>
internal static class DocumentPointer
{
    public static string Of(ContractDocument document, CatalogAction action) =>
        document.Catalog is null ? "" : action.Pointer;
}
