using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>An OpenAPI document as a C# class. Value-equal, without positions: the compiler's cache depends on it.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Title">The display name of the API; may be empty.</param>
/// <param name="Server">The address of its server, or null.</param>
/// <param name="Operations">The methods, by operation id.</param>
/// <param name="Types">The types of their parameters and results, by name.</param>
internal sealed record ApiModel(
    string ClassName, string Title, string? Server, EquatableArray<ApiOperationModel> Operations, EquatableArray<ApiTypeModel> Types);

/// <summary>One operation as a method.</summary>
/// <param name="Id">The <c>operationId</c>.</param>
/// <param name="Name">The name, without <c>Async</c>.</param>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">The path with its <c>{name}</c> places.</param>
/// <param name="Description">What it does; may be empty.</param>
/// <param name="IsDeprecated">Whether the document advises against it.</param>
/// <param name="Parameters">The parameters, required ones first.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Result">The content of a successful response, or null if it has none.</param>
/// <param name="Statuses">The documented statuses.</param>
/// <param name="ApiKeyHeader">The header that takes an API key, or null.</param>
/// <param name="TakesAccessToken">Whether a bearer token is taken.</param>
internal sealed record ApiOperationModel(
    string Id,
    string Name,
    string Method,
    string Path,
    string Description,
    bool IsDeprecated,
    EquatableArray<ApiParameterModel> Parameters,
    ApiBodyModel? Body,
    ApiResultModel? Result,
    EquatableArray<ApiStatusModel> Statuses,
    string? ApiKeyHeader,
    bool TakesAccessToken);

/// <summary>A path, query or header parameter.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Name">Its C# name, without an <c>@</c>.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Type">Its type: a single value, or a list of them.</param>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Explode">Whether each item of a list is a parameter of its own.</param>
/// <param name="Description">The description; may be empty.</param>
/// <param name="IsDeprecated">Whether the document advises against it.</param>
internal sealed record ApiParameterModel(
    string WireName,
    string Name,
    ApiParameterPlace Place,
    TypeUse Type,
    bool IsRequired,
    bool Explode,
    string Description,
    bool IsDeprecated);

/// <summary>A JSON body.</summary>
/// <param name="Name">The C# name of its parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether a request must have it.</param>
/// <param name="Description">The description; may be empty.</param>
internal sealed record ApiBodyModel(string Name, TypeUse Type, bool IsRequired, string Description);

/// <summary>The content of a successful response.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Description">The description; may be empty.</param>
internal sealed record ApiResultModel(TypeUse Type, string Description);

/// <summary>One documented status.</summary>
/// <param name="Status">The status: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Description">What it means.</param>
internal sealed record ApiStatusModel(string Status, string Description);

/// <summary>A type of the document.</summary>
/// <param name="Declaration">Its shape.</param>
/// <param name="IsWritten">Whether a request contains it.</param>
/// <param name="IsRead">Whether a response contains it.</param>
internal sealed record ApiTypeModel(DeclarationModel Declaration, bool IsWritten, bool IsRead);
