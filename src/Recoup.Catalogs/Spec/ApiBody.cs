using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>The body an operation takes.</summary>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="MediaTypes">The media types the document lists, in its order.</param>
/// <param name="Schema">The schema of the JSON form; undefined where there is no such form or it has no schema.</param>
internal sealed record ApiBody(bool IsRequired, string Description, EquatableArray<string> MediaTypes, PositionedElement Schema);
