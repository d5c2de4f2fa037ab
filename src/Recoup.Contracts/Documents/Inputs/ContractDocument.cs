using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Contracts.Documents.Inputs;

namespace Recoup.Contracts;

/// <summary>One side of a comparison: a catalog of actions or an OpenAPI document, with positions.</summary>
public sealed class ContractDocument
{
    internal ContractDocument(string name, string? path, RecoupCatalog? catalog, ApiSpec? spec, PositionedElement root, IReadOnlyList<Problem> problems) =>
        (Name, Path, Catalog, Spec, Root, Problems) = (name, path, catalog, spec, root, problems);

    /// <summary>What reports call it: the file as it was given, or what stands in its place.</summary>
    public string Name { get; }

    /// <summary>The file, as it was given; null where the text did not come from one.</summary>
    public string? Path { get; }

    /// <summary>The catalog, or null for an OpenAPI document.</summary>
    public RecoupCatalog? Catalog { get; }

    /// <summary>The OpenAPI document, or null for a catalog.</summary>
    public ApiSpec? Spec { get; }

    /// <summary>What is wrong with the parts that could be read all the same.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    internal PositionedElement Root { get; }

    /// <summary>The same document, of whose actions some are left out.</summary>
    internal ContractDocument With(RecoupCatalog catalog) => new(Name, Path, catalog, Spec, Root, Problems);

    /// <summary>Reads a file. Whether it is a catalog or an OpenAPI document, its content says.</summary>
    /// <param name="path">The file, UTF-8 with or without a byte order mark, or UTF-16 with one.</param>
    /// <exception cref="ContractException">It cannot be opened, or is neither; the message says what came, where, and what to do.</exception>
    public static ContractDocument Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return DocumentReader.Load(path);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="name">What reports call it.</param>
    /// <exception cref="ContractException">It is neither a catalog nor an OpenAPI document; the message says what came, where, and what to do.</exception>
    public static ContractDocument Read(ReadOnlyMemory<byte> utf8, string name) => DocumentReader.Read(utf8, name, path: null);
}
