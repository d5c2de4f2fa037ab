using System.Text.Json;
using Microsoft.OpenApi;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec.Outlines;
using JsonPointer = Recoup.Catalogs.Json.JsonPointer;

namespace Recoup.Catalogs.Spec;

/// <summary>Reads the operations of all paths. The position of each part comes from its place in the outline.</summary>
internal sealed class OperationReader(SpecOutline outline, List<Problem> problems)
{
    private readonly Dictionary<string, string> _firstById = new(StringComparer.Ordinal);

    public IEnumerable<ApiOperation> Read(OpenApiDocument document)
    {
        var operations = new List<ApiOperation>();
        foreach (var (path, item) in document.Paths.Select(pair => (pair.Key, pair.Value)))
        {
            foreach (var (method, operation) in (item.Operations ?? []).Select(pair => (pair.Key.Method, pair.Value)))
                operations.Add(ReadOperation(document, path, item, JsonPointer.Of("paths", path), method.ToUpperInvariant(), operation));
        }

        return operations;
    }

    private ApiOperation ReadOperation(
        OpenApiDocument document, string path, IOpenApiPathItem item, string itemAt, string method, OpenApiOperation operation)
    {
        var at = JsonPointer.Append(itemAt, method.ToLowerInvariant());
        var source = outline.Sources.Find(at);
        var own = ReadParameters(operation.Parameters, at).ToList();
        var shared = ReadParameters(item.Parameters, itemAt)
            .Where(parameter => !own.Exists(one => one.Key == parameter.Key && one.Place == parameter.Place));
        return new ApiOperation(
            IdOf(operation, method, path, source),
            method,
            path,
            operation.Summary ?? "",
            operation.Description ?? "",
            operation.Deprecated,
            new(own.Concat(shared)),
            ReadBody(operation.RequestBody, at),
            new(ReadResponses(operation.Responses, at)),
            new((operation.Security ?? document.Security ?? []).Select(new SecurityReader(document).Read)),
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

    private IEnumerable<ApiParameter> ReadParameters(IList<IOpenApiParameter>? parameters, string at)
    {
        var seen = new HashSet<(string, ApiParameterPlace)>();
        for (var i = 0; i < (parameters?.Count ?? 0); i++)
        {
            var parameter = parameters![i];
            var pointer = PlaceOf((parameter as OpenApiParameterReference)?.Reference, JsonPointer.Append(at + "/parameters", i));
            var source = outline.Sources.Find(pointer);

            // The outline has a placeholder for each parameter that is reported.
            if (source["name"].AsString() != parameter.Name || parameter is not { Name: { } name, In: { } place })
                continue;
            var read = ReadParameter(parameter, name, place, source);
            if (!seen.Add((read.Key, read.Place)))
            {
                var item = JsonPointer.Append(at + "/parameters", i);
                outline.Problems.Report(
                    outline.Sources.Find(item), outline.Sources.PointerOf(item), $"the parameter '{name}' is defined twice");
                continue;
            }

            yield return read;
        }
    }

    private static ApiParameter ReadParameter(IOpenApiParameter parameter, string name, ParameterLocation place, PositionedElement source)
    {
        var style = source["style"].AsString() ?? (place is ParameterLocation.Query or ParameterLocation.Cookie ? "form" : "simple");
        var contents = source["content"].EnumerateObject();
        var content = contents.MoveNext() ? contents.Current.Name : null;
        return new ApiParameter(
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
            style,
            source["explode"].AsBoolean() ?? style == "form",
            content,
            content is null ? source["schema"] : source["content"][content]["schema"],
            source);
    }

    private ApiBody? ReadBody(IOpenApiRequestBody? body, string at) => body is null ? null : new ApiBody(
        body.Required,
        body.Description ?? "",
        ReadContent(body.Content, PlaceOf((body as OpenApiRequestBodyReference)?.Reference, JsonPointer.Append(at, "requestBody"))));

    private IEnumerable<ApiResponse> ReadResponses(OpenApiResponses? responses, string at)
    {
        foreach (var (status, response) in (responses ?? []).Select(pair => (pair.Key, pair.Value)))
        {
            var pointer = PlaceOf((response as OpenApiResponseReference)?.Reference, at + JsonPointer.Of("responses", status));
            yield return new ApiResponse(
                status, response.Description ?? "", ReadContent(response.Content, pointer), outline.Sources.Find(pointer));
        }
    }

    private EquatableArray<ApiContent> ReadContent<T>(IDictionary<string, T>? content, string at) =>
        new((content?.Keys ?? []).Select(mediaType =>
            new ApiContent(mediaType, outline.Sources.Find(at + JsonPointer.Of("content", mediaType, "schema")))));

    private static string PlaceOf(BaseOpenApiReference? reference, string at) => reference?.ReferenceV3?[1..] ?? at;

    private void Report(ProblemDescriptor descriptor, PositionedElement place, params string[] arguments) =>
        problems.Add(new Problem(descriptor, arguments) { Range = place.ValueKind == JsonValueKind.Undefined ? null : place.StartRange });
}
