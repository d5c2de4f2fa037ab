using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>One parameter of an operation.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="IsRequired">Whether a request must have it; always so in a path.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="Style">How a value is written, in OpenAPI's words: <c>form</c>, <c>simple</c>, <c>deepObject</c> …</param>
/// <param name="Explode">Whether each item of an array is a parameter of its own.</param>
/// <param name="Schema">The schema; undefined if there is none.</param>
/// <param name="Source">The parameter in the document, after following its reference.</param>
internal sealed record ApiParameter(
    string Name,
    ApiParameterPlace Place,
    bool IsRequired,
    string Description,
    string Style,
    bool Explode,
    PositionedElement Schema,
    PositionedElement Source);
