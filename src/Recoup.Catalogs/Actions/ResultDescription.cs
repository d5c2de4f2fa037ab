using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Actions;

/// <summary>A JSON Schema of the result of an action, from a file beside the catalog.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="IsCatalog">Whether the file is a catalog with <c>outputParameters</c> rather than a results file.</param>
/// <param name="Slug">The action.</param>
/// <param name="Pointer">The JSON pointer of the schema in the file.</param>
/// <param name="Name">The slug in the text of the file.</param>
/// <param name="Schema">The schema in the text of the file: of the payload, or of the provider's envelope around it (D13).</param>
internal sealed record ResultDescription(
    string File, bool IsCatalog, string Slug, string Pointer, PositionedElement Name, PositionedElement Schema);
