using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Contracts.Documents.Inputs;

namespace Recoup.Contracts;

/// <summary>A catalog of actions, a results file or an OpenAPI document, with positions.</summary>
public sealed class ContractDocument
{
    internal ContractDocument(
        string name, string? path, RecoupCatalog? catalog, ApiSpec? spec, PositionedElement root, IReadOnlyList<Problem> problems) =>
        (Name, Path, Catalog, Spec, Root, Problems) = (name, path, catalog, spec, root, problems);

    /// <summary>The name in reports: the path as it was given, or another name for a text without a file.</summary>
    public string Name { get; }

    /// <summary>The path, as it was given; null if the text does not come from a file.</summary>
    public string? Path { get; }

    /// <summary>
    /// The catalog, with the <c>recoup.results.json</c> beside it if there is one; null for an OpenAPI document. A results file is a
    /// catalog of actions of which only the results are known.
    /// </summary>
    public RecoupCatalog? Catalog { get; }

    /// <summary>The OpenAPI document, or null for a catalog.</summary>
    public ApiSpec? Spec { get; }

    /// <summary>Problems that did not prevent the document from being read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    internal PositionedElement Root { get; }

    /// <summary>The files that describe the results of the catalog.</summary>
    internal IReadOnlyList<ResultFile> Results { get; init; } = [];

    /// <summary>Whether the document is a results file.</summary>
    internal bool IsResultFile { get; init; }

    /// <summary>What the document is, with its article.</summary>
    internal string Kind => Catalog is null ? "an OpenAPI document" : IsResultFile ? "a results file" : "a catalog";

    /// <summary>The catalog; null for a document of another kind, also for a results file.</summary>
    internal RecoupCatalog? CatalogOnly => IsResultFile ? null : Catalog;

    /// <summary>The same document with other actions.</summary>
    internal ContractDocument With(RecoupCatalog catalog, IReadOnlyList<ResultFile>? results = null) =>
        new(Name, Path, catalog, Spec, Root, Problems) { Results = results ?? Results, IsResultFile = IsResultFile };

    /// <summary>The catalog as the server returned it, without descriptions of results from other files.</summary>
    internal ContractDocument AsServed() => Results.Count == 0 || Catalog is null
        ? this
        : With(new RecoupCatalog([.. Catalog.Actions.Select(action => action.Served)]), []);

    /// <summary>
    /// Reads a file. The content decides what it is. A catalog is read with the <c>recoup.results.json</c> beside it.
    /// </summary>
    /// <param name="path">The file, UTF-8 with or without a byte order mark, or UTF-16 with one.</param>
    /// <exception cref="ContractException">
    /// The file cannot be opened, or is none of these documents. The message says what is wrong, where, and what to do.
    /// </exception>
    public static ContractDocument Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return DocumentReader.Load(path);
    }

    /// <summary>Reads a document from memory.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="name">The name in reports.</param>
    /// <exception cref="ContractException">
    /// The text is none of these documents. The message says what is wrong, where, and what to do.
    /// </exception>
    public static ContractDocument Read(ReadOnlyMemory<byte> utf8, string name) => DocumentReader.Read(utf8, name, path: null);
}
