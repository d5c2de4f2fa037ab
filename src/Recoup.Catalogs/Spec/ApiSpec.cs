using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;

namespace Recoup.Catalogs;

/// <summary>The OpenAPI document of the API. Two documents are equal if their texts are.</summary>
public sealed class ApiSpec : IEquatable<ApiSpec>
{
    internal ApiSpec(PositionedElement source, string? server, IEnumerable<ApiOperation> operations, IEnumerable<ApiComponent> components)
    {
        (Source, Server, Operations, Components) = (source, server, [.. operations], [.. components]);
        Title = source["info"]["title"].AsString() ?? "";
        Version = source["info"]["version"].AsString() ?? "";
    }

    /// <summary>The name of the API; may be empty.</summary>
    public string Title { get; }

    /// <summary>The version of the document; may be empty.</summary>
    public string Version { get; }

    /// <summary>The address of the first server that is absolute, or null if the document has none.</summary>
    public string? Server { get; }

    /// <summary>The operations, in the order of the document.</summary>
    internal IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The shared schemas, in the order of the document.</summary>
    internal IReadOnlyList<ApiComponent> Components { get; }

    /// <summary>The document. References point into it.</summary>
    internal PositionedElement Source { get; }

    /// <summary>Loads a document from a file.</summary>
    /// <param name="path">The file. A relative path is looked up in the current directory, then in the directory of the running
    /// program.</param>
    /// <exception cref="CatalogException">The file does not exist, or has errors. The message says where, and what to do.</exception>
    public static ApiSpec Load(string path) => ThrowOnError(
        ApiSpecReader.Read(TextFile.ReadUtf8(DocumentFile.FindSpec(path), "an OpenAPI document"), path));

    /// <summary>Parses the JSON text of a document.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="CatalogException">The text has errors. The message says where, and what to do.</exception>
    public static ApiSpec Parse(string json) => ThrowOnError(ApiSpecReader.Read(json));

    /// <inheritdoc/>
    public bool Equals(ApiSpec? other) => other is not null && Source == other.Source;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApiSpec);

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode();

    private static ApiSpec ThrowOnError(ApiSpecReading reading) =>
        CatalogException.Of(reading.Problems) is { } exception ? throw exception : reading.Spec;
}
