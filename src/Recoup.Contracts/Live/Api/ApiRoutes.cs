using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Live.Api;

/// <summary>The paths, headers and members that requests need, taken from the contract.</summary>
internal sealed class ApiRoutes
{
    private ApiRoutes(ApiSpec spec)
    {
        Spec = spec;
        ListConnectors = Operation("listConnectors");
        ListActions = Operation("listConnectorActions");
        Execute = Operation("executeConnectorAction");
        Upload = Operation("uploadConnectorFile");
        KeyHeader = Header(ApiSecurityKind.HeaderKey);
        TokenHeader = Header(ApiSecurityKind.BearerToken);
        AccountQuery = ListActions.Parameters.FirstOrDefault(parameter => Format(parameter.Schema) == "uuid")?.Name
            ?? throw Lacks("a query parameter of listConnectorActions that is a UUID");
        Slug = Member(Execute, required: true, schema => Is(schema, "string"));
        Parameters = Member(Execute, required: true, schema => Is(schema, "object"));
        Account = Member(Execute, required: false, schema => Format(schema) == "uuid");
        Url = Member(Upload, required: true, schema => Format(schema) == "uri");
        ToolSlug = Member(Upload, required: true, schema => Is(schema, "string") && Format(schema) is null);
    }

    public ApiSpec Spec { get; }

    public ApiOperation ListConnectors { get; }

    public ApiOperation ListActions { get; }

    public ApiOperation Execute { get; }

    public ApiOperation Upload { get; }

    public string KeyHeader { get; }

    public string TokenHeader { get; }

    public string AccountQuery { get; }

    public string Slug { get; }

    public string Parameters { get; }

    public string Account { get; }

    public string Url { get; }

    public string ToolSlug { get; }

    /// <exception cref="ContractException">The document lacks an operation or a member that the requests need.</exception>
    public static ApiRoutes Of(ApiSpec spec) => new(spec);

    private ApiOperation Operation(string id) =>
        Spec.Operations.FirstOrDefault(operation => operation.Id == id) ?? throw Lacks($"an operation with the operationId '{id}'");

    private string Header(ApiSecurityKind kind) => ListActions.Security.SelectMany(security => security.Schemes)
        .FirstOrDefault(scheme => scheme.Kind == kind)?.Header
            ?? throw Lacks(
                $"a security scheme of listConnectorActions for "
                    + $"{(kind == ApiSecurityKind.HeaderKey ? "a key in a header" : "a bearer token")}");

    private string Member(ApiOperation operation, bool required, Func<PositionedElement, bool> isWanted)
    {
        var schema = Follow(operation.Body?.Schema ?? default);
        foreach (var member in schema["properties"].EnumerateObject())
        {
            if (schema["required"].EnumerateArray().Select(name => name.AsString()).Contains(member.Name) == required
                && isWanted(Follow(member.Value)))
                return member.Name;
        }

        throw Lacks($"the member of the body of {operation.Id} that a probe needs");
    }

    private PositionedElement Follow(PositionedElement schema) =>
        schema["$ref"].AsString() is ['#', .. var pointer] && Spec.Source.TryResolve(pointer, out var target) ? target : schema;

    private static bool Is(PositionedElement schema, string type) => schema["type"].AsString() == type;

    private static string? Format(PositionedElement schema) =>
        schema.ValueKind == JsonValueKind.Undefined ? null : schema["format"].AsString();

    private static ContractException Lacks(string what) =>
        new($"The OpenAPI document lacks {what}, so the live API cannot be verified. Give the document of the connectors API, or omit "
            + $"--spec to use the built-in one.");
}
