using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>One documented answer of an operation.</summary>
/// <param name="Status">The status as documented: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="MediaTypes">The media types the document lists, in its order; empty for an answer without a body.</param>
/// <param name="Schema">The schema of the JSON form; undefined where there is no such form or it has no schema.</param>
internal sealed record ApiResponse(string Status, string Description, EquatableArray<string> MediaTypes, PositionedElement Schema);
