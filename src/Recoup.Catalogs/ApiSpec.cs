using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Reading;
using Recoup.Catalogs.Spec;

namespace Recoup.Catalogs;

/// <summary>The OpenAPI document of the API: its operations and the schemas they share.</summary>
/// <param name="Title">The API's name; may be empty.</param>
/// <param name="Version">The document's own version; may be empty.</param>
/// <param name="Server">The address of the first server, or null where the document names none that is absolute.</param>
/// <param name="Operations">The operations, in the order of the document.</param>
/// <param name="Components">The shared schemas, in the order of the document.</param>
/// <param name="Source">The document as it stands; references point into it.</param>
public sealed record ApiSpec(
    string Title,
    string Version,
    string? Server,
    EquatableArray<ApiOperation> Operations,
    EquatableArray<ApiComponent> Components,
    PositionedElement Source)
{
    /// <summary>Reads a document from a file.</summary>
    /// <param name="path">The file. A relative path is looked up in the current directory, then beside the running program.</param>
    /// <exception cref="CatalogException">The file is not there, or has errors; the message says where and what to do.</exception>
    public static ApiSpec Load(string path) => ThrowOnError(ApiSpecReader.Read(DocumentFile.ReadSpec(path), path));

    /// <summary>Reads a document from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="CatalogException">The text has errors; the message says where and what to do.</exception>
    public static ApiSpec Parse(string json) => ThrowOnError(ApiSpecReader.Read(json));

    private static ApiSpec ThrowOnError(ApiSpecReading reading)
    {
        var errors = reading.Problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ToArray();
        return errors.Length > 0 ? throw new CatalogException(errors) : reading.Spec;
    }
}
