using System.Text;
using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Spec;

/// <summary>Reads the text of an OpenAPI document. Never throws on bad input: keeps what is usable and reports the rest.</summary>
/// <remarks>Microsoft.OpenApi knows the specification but not the positions; those come from the positioned text.</remarks>
internal static class ApiSpecReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">The file that problems name, or null.</param>
    public static ApiSpecReading Read(string json, string? path = null) => Read(Encoding.UTF8.GetBytes(json), path);

    /// <inheritdoc cref="Read(string, string?)"/>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="path">The file that problems name, or null.</param>
    /// <param name="cancellation">Cancels the work until the text is parsed; Microsoft.OpenApi cannot be canceled.</param>
    public static ApiSpecReading Read(ReadOnlyMemory<byte> utf8, string? path = null, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        var spec = ReadText(utf8, problems, cancellation);
        return new ApiSpecReading(
            spec, [.. problems.Select(problem => problem with { Path = path }).OrderBy(problem => problem.Range?.Start.CharOffset)]);
    }

    private static ApiSpec ReadText(ReadOnlyMemory<byte> utf8, List<Problem> problems, CancellationToken cancellation)
    {
        var text = PositionedJson.Parse(utf8, out var error, cancellation);
        if (error is not null)
        {
            // Half a document is not used: the missing operations would vanish from the program.
            var at = text?.PositionOf(error.Offset) ?? PositionedJson.PositionIn(utf8, error.Offset);
            problems.Add(new Problem(SpecProblems.NotJson, error.Message) { Range = new TextRange(at, at) });
            return Empty;
        }

        var root = text!.Root;
        if (NotOpenApi(root) is { } got)
        {
            problems.Add(new Problem(
                SpecProblems.NotOpenApi,
                got)
            { Range = root["openapi"] is { ValueKind: not JsonValueKind.Undefined } version ? version.Range : root.StartRange });
            return Empty;
        }

        cancellation.ThrowIfCancellationRequested();
        var document = Parse(text, problems);
        return document is null
            ? Empty
            : new ApiSpec(root, ServerOf(document), new OperationReader(root, problems).Read(document), ComponentsOf(root));
    }

    private static ApiSpec Empty { get; } = new(default, null, [], []);

    private static string? NotOpenApi(PositionedElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return ValueDescription.Of(root);
        if (root["swagger"].ValueKind != JsonValueKind.Undefined)
            return "a Swagger 2.0 document; convert it first";
        var version = root["openapi"];
        return version.AsString() is { } text
            && (text.StartsWith("3.0.", StringComparison.Ordinal) || text.StartsWith("3.1.", StringComparison.Ordinal))
            ? null
            : ValueDescription.OfMember(root, "openapi");
    }

    private static OpenApiDocument? Parse(PositionedJson text, List<Problem> problems)
    {
        ReadResult result;
        try
        {
            result = OpenApiDocument.Parse(
                Encoding.UTF8.GetString(text.Utf8.ToArray()), "json", new OpenApiReaderSettings { LoadExternalRefs = false });
        }
#pragma warning disable CA1031 // The library throws exceptions of many kinds at hostile documents, and none of them is documented.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            problems.Add(new Problem(SpecProblems.Invalid, "the document", Sentence(exception.Message)) { Range = text.Root.StartRange });
            return null;
        }

        foreach (var error in result.Diagnostic?.Errors ?? [])
        {
            var pointer = Uri.UnescapeDataString((error.Pointer ?? "").TrimStart('#'));
            problems.Add(new Problem(SpecProblems.Invalid, pointer.Length == 0 ? "the document" : pointer, Sentence(error.Message))
            {
                Pointer = pointer,
                Range = text.Root.Nearest(pointer).StartRange,
            });
        }

        return result.Document;
    }

    private static string? ServerOf(OpenApiDocument document) =>
        document.Servers?.Select(server => server.Url).FirstOrDefault(url => Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));

    private static IEnumerable<ApiComponent> ComponentsOf(PositionedElement root)
    {
        var schemas = root["components"]["schemas"];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in schemas.EnumerateObject())
        {
            if (names.Add(schema.Name))
                yield return new ApiComponent(schema.Name, schemas[schema.Name]);
        }
    }

    private static string Sentence(string message) => message.TrimEnd('.', ' ').Replace("\r", "").Replace('\n', ' ');
}
