using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>One operation of an OpenAPI document, its references followed. Value-equal by the text it was read from.</summary>
/// <param name="Id">The <c>operationId</c>; if the document has none, the method and the path.</param>
/// <param name="Method">The method of HTTP, in upper case.</param>
/// <param name="Path">The path, with <c>{name}</c> for each path parameter.</param>
/// <param name="Summary">What it does, in a few words; may be empty.</param>
/// <param name="Description">What it does; may be empty.</param>
/// <param name="IsDeprecated">Whether the document advises against it.</param>
/// <param name="Parameters">The parameters of the operation and of its path, an operation's own first.</param>
/// <param name="Body">The body it takes, or null.</param>
/// <param name="Responses">The documented responses, in the order of the document.</param>
/// <param name="Security">The alternative security requirements; empty if the operation needs none.</param>
/// <param name="Source">The operation in the document.</param>
internal sealed record ApiOperation(
    string Id,
    string Method,
    string Path,
    string Summary,
    string Description,
    bool IsDeprecated,
    EquatableArray<ApiParameter> Parameters,
    ApiBody? Body,
    EquatableArray<ApiResponse> Responses,
    EquatableArray<ApiSecurity> Security,
    PositionedElement Source);
