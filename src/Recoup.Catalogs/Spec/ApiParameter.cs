using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>One parameter of an operation.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="IsRequired">Whether a request must have it; always so in a path.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="Style">How a value is written, in OpenAPI's words: <c>form</c>, <c>simple</c>, <c>deepObject</c> …</param>
/// <param name="Explode">Whether each item of an array is a parameter of its own.</param>
/// <param name="MediaType">The media type of the value if it is written as <c>content</c>; null if <c>style</c> applies.</param>
/// <param name="Schema">The schema; undefined if there is none.</param>
/// <param name="Source">The parameter in the document, after following its reference.</param>
internal sealed record ApiParameter(
    string Name,
    ApiParameterPlace Place,
    bool IsRequired,
    string Description,
    string Style,
    bool Explode,
    string? MediaType,
    PositionedElement Schema,
    PositionedElement Source)
{
    private static readonly HashSet<string> IgnoredHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Type", "Authorization" };

    /// <summary>Whether the document must not define the parameter (OpenAPI 3.1, section 4.8.12), so that it is ignored.</summary>
    public bool IsIgnored => Place == ApiParameterPlace.Header && IgnoredHeaders.Contains(Name);

    /// <summary>Whether the document advises against it.</summary>
    public bool IsDeprecated => Source["deprecated"].AsBoolean() == true;

    /// <summary>Identifies the parameter among those of its place: the names of headers are case-insensitive (RFC 9110, 5.1).</summary>
    public string Key => Place == ApiParameterPlace.Header ? Name.ToLowerInvariant() : Name;
}
