using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>One operation of an OpenAPI document, its references followed. Value-equal by the text it was read from.</summary>
/// <param name="Id">The <c>operationId</c>; where the document has none, method and path stand for it.</param>
/// <param name="Method">The method of HTTP, in upper case.</param>
/// <param name="Path">The path, with <c>{name}</c> for each path parameter.</param>
/// <param name="Summary">What it does, in a few words; may be empty.</param>
/// <param name="Description">What it does; may be empty.</param>
/// <param name="IsDeprecated">Whether the document advises against it.</param>
/// <param name="Parameters">The parameters of the operation and of its path, an operation's own first.</param>
/// <param name="Body">The body it takes, or null.</param>
/// <param name="Responses">The documented answers, in the order of the document.</param>
/// <param name="Security">The ways to prove who the caller is, each enough; empty where none is needed.</param>
/// <param name="Source">The operation as it stands in the document.</param>
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
