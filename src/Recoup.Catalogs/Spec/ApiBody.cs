using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>The body an operation takes.</summary>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="Content">The media types, in the order of the document.</param>
internal sealed record ApiBody(bool IsRequired, string Description, EquatableArray<ApiContent> Content)
{
    /// <summary>The schema of JSON; undefined if there is none.</summary>
    public PositionedElement Schema => JsonMediaType.SchemaIn(Content);
}
