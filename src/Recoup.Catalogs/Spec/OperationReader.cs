using System.Text.Json;
using Microsoft.OpenApi;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using JsonPointer = Recoup.Catalogs.Json.JsonPointer;

namespace Recoup.Catalogs.Spec;

/// <summary>Reads the operations of all paths. The model follows references; the position of each part comes from its pointer.</summary>
internal sealed class OperationReader(PositionedElement root, List<Problem> problems)
{
    private readonly Dictionary<string, string> _firstById = new(StringComparer.Ordinal);

    public IEnumerable<ApiOperation> Read(OpenApiDocument document)
    {
        var operations = new List<ApiOperation>();
        foreach (var (path, item) in document.Paths.Select(pair => (pair.Key, pair.Value)))
        {
            var at = item is OpenApiPathItemReference { Reference.Id: { } id }
                ? JsonPointer.Of("components", "pathItems", id)
                : JsonPointer.Of("paths", path);
            try
            {
                foreach (var (method, operation) in (item.Operations ?? []).Select(pair => (pair.Key.Method, pair.Value)))
                    operations.Add(ReadOperation(document, path, item, at, method.ToUpperInvariant(), operation));
            }
            catch (InvalidOperationException exception)
            {
                // The library throws this for circular references, wherever it follows them.
                Report(SpecProblems.Invalid, Find(at), at, exception.Message.TrimEnd('.'));
            }
        }

        return operations;
    }

    private ApiOperation ReadOperation(
        OpenApiDocument document, string path, IOpenApiPathItem item, string itemAt, string method, OpenApiOperation operation)
    {
        var at = JsonPointer.Append(itemAt, method.ToLowerInvariant());
        var source = Find(at);
        var own = ReadParameters(operation.Parameters, at, $"{method} {path}").ToList();
        var shared = ReadParameters(item.Parameters, itemAt, $"{method} {path}")
            .Where(parameter => !own.Exists(one => one.Name == parameter.Name && one.Place == parameter.Place));
        return new ApiOperation(
            IdOf(operation, method, path, source),
            method,
            path,
            operation.Summary ?? "",
            operation.Description ?? "",
            operation.Deprecated,
            new(own.Concat(shared)),
            ReadBody(operation.RequestBody, at, $"{method} {path}"),
            new(ReadResponses(operation.Responses, at, $"{method} {path}")),
            new((operation.Security ?? document.Security ?? []).Select(SecurityReader.Read)),
            source);
    }

    private string IdOf(OpenApiOperation operation, string method, string path, PositionedElement source)
    {
        var own = operation.OperationId;
        var id = string.IsNullOrWhiteSpace(own) || _firstById.ContainsKey(own!) ? $"{method.ToLowerInvariant()} {path}" : own!;
        if (string.IsNullOrWhiteSpace(own))
            Report(SpecProblems.NoOperationId, source, method, path, id);
        else if (id != own)
            Report(SpecProblems.DuplicateOperationId, source["operationId"], own!, _firstById[own!], id);
        if (!_firstById.ContainsKey(id))
            _firstById.Add(id, $"{method} {path}");
        return id;
    }

    private IEnumerable<ApiParameter> ReadParameters(IList<IOpenApiParameter>? parameters, string at, string operation)
    {
        var seen = new HashSet<(string, ParameterLocation)>();
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            var parameter = parameters![i];
            var target = parameter is OpenApiParameterReference { Reference: { } reference } ? reference.ReferenceV3 : null;
            var pointer = Follow(target, JsonPointer.Append(at + "/parameters", i));
            if (!Resolves(pointer, target, JsonPointer.Append(at + "/parameters", i), operation)
                || parameter.Name is not { Length: > 0 } name
                || parameter.In is not { } place)
                continue;
            if (!seen.Add((name, place)))
            {
                Report(SpecProblems.Invalid, Find(pointer), pointer, $"the parameter '{name}' is defined twice");
                continue;
            }

            yield return new ApiParameter(
                name,
                place switch
                {
                    ParameterLocation.Path => ApiParameterPlace.Path,
                    ParameterLocation.Query => ApiParameterPlace.Query,
                    ParameterLocation.Header => ApiParameterPlace.Header,
                    _ => ApiParameterPlace.Cookie,
                },
                parameter.Required || place == ParameterLocation.Path,
                parameter.Description ?? "",
                Style(parameter.Style),
                parameter.Explode,
                Find(JsonPointer.Append(pointer, "schema")),
                Find(pointer));
        }
    }

    private ApiBody? ReadBody(IOpenApiRequestBody? body, string at, string operation)
    {
        if (body is null)
            return null;
        var target = body is OpenApiRequestBodyReference { Reference: { } reference } ? reference.ReferenceV3 : null;
        var pointer = Follow(target, JsonPointer.Append(at, "requestBody"));
        return Resolves(pointer, target, JsonPointer.Append(at, "requestBody"), operation)
            ? new ApiBody(body.Required, body.Description ?? "", MediaTypes(body.Content), JsonSchemaOf(body.Content, pointer))
            : null;
    }

    private IEnumerable<ApiResponse> ReadResponses(OpenApiResponses? responses, string at, string operation)
    {
        foreach (var (status, response) in (responses ?? []).Select(pair => (pair.Key, pair.Value)))
        {
            var target = response is OpenApiResponseReference { Reference: { } reference } ? reference.ReferenceV3 : null;
            var pointer = Follow(target, at + JsonPointer.Of("responses", status));
            if (Resolves(pointer, target, at + JsonPointer.Of("responses", status), operation))
                yield return new ApiResponse(
                    status, response.Description ?? "", MediaTypes(response.Content), JsonSchemaOf(response.Content, pointer));
        }
    }

    private static EquatableArray<string> MediaTypes<T>(IDictionary<string, T>? content) => new(content?.Keys ?? []);

    private PositionedElement JsonSchemaOf<T>(IDictionary<string, T>? content, string at) =>
        content?.Keys.FirstOrDefault(JsonMediaType.Is) is { } mediaType
            ? Find(at + JsonPointer.Of("content", mediaType, "schema"))
            : default;

    /// <summary>The target of a reference within the document, after following further references.</summary>
    private string Follow(string? target, string at)
    {
        for (var hops = 0; target is not null && hops < 16; hops++)
        {
            if (!target.StartsWith("#/", StringComparison.Ordinal))
                return "";
            at = target[1..];
            target = Find(at)["$ref"].AsString();
        }

        // A circular reference has no target. The library throws when it follows one.
        return target is null ? at : "";
    }

    private bool Resolves(string pointer, string? target, string at, string operation)
    {
        if (pointer.Length > 0 && Find(pointer).ValueKind == JsonValueKind.Object)
            return true;
        if (target is not null)
            Report(SpecProblems.DanglingReference, Find(at), operation, target);
        return false;
    }

    private PositionedElement Find(string pointer) => root.TryResolve(pointer, out var value) ? value : default;

    private void Report(ProblemDescriptor descriptor, PositionedElement place, params string[] arguments) =>
        problems.Add(new Problem(descriptor, arguments) { Range = place.ValueKind == JsonValueKind.Undefined ? null : place.StartRange });

    private static string Style(ParameterStyle? style) => style switch
    {
        ParameterStyle.DeepObject => "deepObject",
        ParameterStyle.PipeDelimited => "pipeDelimited",
        ParameterStyle.SpaceDelimited => "spaceDelimited",
        ParameterStyle.Matrix => "matrix",
        ParameterStyle.Label => "label",
        ParameterStyle.Form => "form",
        _ => "simple",
    };
}
