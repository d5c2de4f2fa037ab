using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>The body an operation takes.</summary>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="MediaTypes">The media types, in the order of the document.</param>
/// <param name="Schema">The schema of the JSON media type; undefined if there is none.</param>
internal sealed record ApiBody(bool IsRequired, string Description, EquatableArray<string> MediaTypes, PositionedElement Schema);
