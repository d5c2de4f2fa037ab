using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Binding.Types;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>An operation whose schemas are bound but whose types have no names yet.</summary>
internal sealed record OperationDraft(
    ApiOperation Operation,
    IReadOnlyList<(ApiParameter Parameter, TypeUse Type)> Parameters,
    TypeUse? Body,
    TypeUse? Result,
    IReadOnlyList<TypeUse> Errors)
{
    private const string CancellationName = "cancellationToken";
    private const string DefaultStatus = "default";

    /// <summary>Binds an operation. Returns null and reports a problem if it cannot be called.</summary>
    public static OperationDraft? Bind(ApiOperation operation, ApiSchemas schemas, ApiProblemList problems)
    {
        var parameters = new List<(ApiParameter, TypeUse)>();
        foreach (var parameter in operation.Parameters.Where(parameter => !IsIgnored(parameter, operation)))
        {
            var type = schemas.BindParameter(parameter.Schema, operation.Id, parameter.Name);
            if (ParameterSupport.WhyUnsupported(parameter, type) is not { } reason)
            {
                parameters.Add((parameter, type));
                continue;
            }

            if (parameter.IsRequired)
                return LeaveOut(operation, problems, $"its parameter '{parameter.Name}' is required, and {reason}");
            problems.Add(ApiProblems.ParameterLeftOut, parameter.Source, operation.Id, $"parameter '{parameter.Name}'", reason);
        }

        if (PlacesWithoutParameter(operation) is { } place)
            return LeaveOut(operation, problems, $"'{{{place}}}' in its path is not a parameter");
        var body = operation.Body;
        if (body is { Content.Count: > 0 } && !body.Content.Any(TakesJson))
        {
            if (body.IsRequired)
                return LeaveOut(operation, problems, $"its request body is {body.Content[0].MediaType}, and clients send only JSON");
            problems.Add(
                ApiProblems.ParameterLeftOut,
                operation.Source["requestBody"],
                operation.Id,
                "request body",
                $"it is {body.Content[0].MediaType}, and clients send only JSON");
            body = null;
        }

        var success = SuccessOf(operation);
        if (success is { Content.Count: > 0 } && !success.Content.Any(TakesJson))
            return LeaveOut(operation, problems, $"its response is {success.Content[0].MediaType}, and clients read only JSON");
        if (operation.Security.Count > 0 && !operation.Security.Any(IsUsable))
            problems.Add(ApiProblems.NoUsableCredential, operation.Source["security"], operation.Id);

        return new OperationDraft(
            operation with { Body = body },
            parameters,
            body is { } sent ? schemas.Bind(sent.Schema, operation.Id, "request") : null,
            success is { Content.Count: > 0 } ? schemas.Bind(success.Schema, operation.Id, "response") : null,
            [.. operation.Responses.Where(response => response.Content.Any(TakesJson)
                    && response.Status[0] != '2' && response != success)
                .Select(response => schemas.Bind(response.Schema, operation.Id, "error"))]);
    }

    public ApiOperationModel Finish(string name, ApiTypes types, ApiSchemas schemas, ApiProblemList problems)
    {
        var names = NameParameters();
        foreach (var (parameter, _) in Parameters.Where(pair => names.Clashes.Contains(Key(pair.Parameter))))
            problems.Add(ApiProblems.NameClash, parameter.Source, parameter.Name, names[Key(parameter)]);
        var keys = Operation.Security.Where(security => security.Schemes.Count == 1).Select(security => security.Schemes[0]).ToArray();
        return new ApiOperationModel(
            Operation.Id,
            name,
            Operation.Method,
            Operation.Path,
            Operation.Description.Length > 0 ? Operation.Description : Operation.Summary,
            Operation.IsDeprecated,
            new(Parameters
                .OrderByDescending(pair => pair.Parameter.IsRequired)
                .Select(pair => new ApiParameterModel(
                    pair.Parameter.Name,
                    names[Key(pair.Parameter)],
                    pair.Parameter.Place,
                    types.Finish(pair.Type),
                    pair.Parameter.IsRequired,
                    pair.Parameter.Explode,
                    pair.Parameter.Description,
                    pair.Parameter.IsDeprecated || schemas.IsDeprecated(pair.Parameter.Schema)))),
            Body is { } body
                ? new ApiBodyModel("request", types.Finish(body), Operation.Body!.IsRequired, Operation.Body.Description)
                : null,
            Result is { } result ? new ApiResultModel(types.Finish(result), SuccessOf(Operation)!.Description) : null,
            new(Operation.Responses.Select(response => new ApiStatusModel(response.Status, response.Description))),
            keys.FirstOrDefault(scheme => scheme.Kind == ApiSecurityKind.HeaderKey)?.Header,
            keys.Any(scheme => scheme.Kind == ApiSecurityKind.BearerToken));
    }

    // Two parameters with different places may share a name: the place tells them apart. Two names of one place keep their spelling.
    private SiblingNames NameParameters()
    {
        var byKey = Parameters.ToDictionary(pair => Key(pair.Parameter), pair => pair.Parameter, StringComparer.Ordinal);
        var byName = byKey.Values.ToLookup(parameter => Identifier.Camel(parameter.Name), StringComparer.Ordinal);
        return SiblingNames.Assign(
            byKey.Keys,
            key => Identifier.Camel(byKey[key].Name),
            candidate => candidate is CancellationName or "request",
            "Value",
            key =>
            {
                var (parameter, plain) = (byKey[key], Identifier.Camel(byKey[key].Name));
                var isAlone = byName[plain].Count(other => other.Place == parameter.Place) == 1;
                var isElsewhere = byName[plain].Any(other => other.Place != parameter.Place);
                return (isAlone ? plain : Identifier.Spelled(parameter.Name)) + (isElsewhere ? "In" + parameter.Place : "");
            });
    }

    private static string Key(ApiParameter parameter) => $"{parameter.Place} {parameter.Name}";

    private static OperationDraft? LeaveOut(ApiOperation operation, ApiProblemList problems, string reason)
    {
        problems.Add(ApiProblems.OperationLeftOut, operation.Source, operation.Id, reason);
        return null;
    }

    // The client sends the credential itself.
    private static bool IsIgnored(ApiParameter parameter, ApiOperation operation) => parameter.IsIgnored
        || (parameter.Place == ApiParameterPlace.Header
            && operation.Security.Any(security =>
                security.Schemes.Any(scheme => scheme.Header.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))));

    private static string? PlacesWithoutParameter(ApiOperation operation)
    {
        var named = new HashSet<string>(operation.Parameters.Where(parameter => parameter.Place == ApiParameterPlace.Path)
            .Select(parameter => parameter.Name));
        for (var open = operation.Path.IndexOf('{'); open >= 0; open = operation.Path.IndexOf('{', open + 1))
        {
            var close = operation.Path.IndexOf('}', open);
            var name = close < 0 ? operation.Path[(open + 1)..] : operation.Path[(open + 1)..close];
            if (!named.Contains(name))
                return name;
        }

        return null;
    }

    /// <summary>
    /// The documented success: the lowest 2xx status, else <c>2XX</c>, else <c>default</c>, which describes every status that is not
    /// listed (OpenAPI 3.1, section 4.8.16). Beside a 1xx or 3xx status, <c>default</c> describes errors.
    /// </summary>
    private static ApiResponse? SuccessOf(ApiOperation operation)
    {
        var expected = operation.Responses.Where(response => response.Status[0] is >= '1' and <= '3')
            .OrderBy(response => response.Status, StringComparer.Ordinal)
            .ToArray();
        return expected.Length == 0
            ? operation.Responses.FirstOrDefault(response => response.Status == DefaultStatus)
            : expected.FirstOrDefault(response => response.Status[0] == '2');
    }

    private static bool IsUsable(ApiSecurity security) =>
        security.Schemes.Count == 0 || (security.Schemes.Count == 1 && security.Schemes[0].Kind != ApiSecurityKind.Other);

    private static bool TakesJson(ApiContent content) => JsonMediaType.Includes(content.MediaType);
}
