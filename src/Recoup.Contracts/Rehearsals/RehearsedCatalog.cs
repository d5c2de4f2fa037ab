using Recoup.Contracts.Documents.Inputs;

namespace Recoup.Contracts.Rehearsals;

/// <summary>A catalog with the text that tests load.</summary>
/// <param name="Document">The catalog.</param>
/// <param name="Utf8">Its text as UTF-8, without a byte order mark.</param>
internal sealed record RehearsedCatalog(ContractDocument Document, byte[] Utf8)
{
    /// <summary>Reads a catalog.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">The name in reports.</param>
    /// <param name="path">The file, or null for a text from elsewhere.</param>
    /// <exception cref="ContractException">The text is not a catalog, or has errors. The message lists them.</exception>
    public static RehearsedCatalog Read(byte[] utf8, string name, string? path)
    {
        var document = DocumentReader.Read(utf8, name, path);
        return document.CatalogOnly is not null
            ? new RehearsedCatalog(document, utf8)
            : throw new ContractException($"{name} is {document.Kind}: expected a catalog. Tests load catalogs only.");
    }
}
