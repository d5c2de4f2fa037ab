using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>One documented response of an operation.</summary>
/// <param name="Status">The status as documented: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Description">What it means; may be empty.</param>
/// <param name="Content">The media types, in the order of the document; empty for a response without a body.</param>
/// <param name="Source">The response in the document, after following its reference.</param>
internal sealed record ApiResponse(string Status, string Description, EquatableArray<ApiContent> Content, PositionedElement Source)
{
    /// <summary>The schema of JSON; undefined if there is none.</summary>
    public PositionedElement Schema => JsonMediaType.SchemaIn(Content);
}
