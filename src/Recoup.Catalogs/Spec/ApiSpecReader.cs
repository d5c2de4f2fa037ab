using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec.Outlines;

namespace Recoup.Catalogs.Spec;

/// <summary>Reads the text of an OpenAPI document. Never throws on bad input: keeps what is usable and reports the rest.</summary>
/// <remarks>Microsoft.OpenApi knows the specification, but no positions. It reads an outline, which leads back to the
/// positioned text.</remarks>
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
        var text = PositionedJson.ParsePruned(utf8, out var error, cancellation);
        if (error is not null)
        {
            // Half a document is not used: the missing operations would vanish from the program.
            var at = text?.PositionOf(error.Offset) ?? PositionedJson.PositionIn(utf8, error.Offset);
            problems.Add(new Problem(SpecProblems.NotJson, ForeignText.Describe(utf8, error)) { Range = new TextRange(at, at) });
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
        foreach (var pruned in text.Pruned)
        {
            problems.Add(new Problem(
                SpecProblems.TooDeep,
                ValueDescription.Of(pruned),
                PositionedJson.MaxDepth.ToString(CultureInfo.InvariantCulture))
            { Range = pruned.StartRange });
        }

        var outline = new SpecOutline(root, problems);
        var document = Parse(outline);
        return new ApiSpec(root, ServerOf(document), new OperationReader(outline, problems).Read(document), ComponentsOf(root));
    }

    private static ApiSpec Empty { get; } = new(default, null, [], []);

    private static string? NotOpenApi(PositionedElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return ValueDescription.Of(root);
        var version = root["openapi"];
        return version.AsString() is { } text
            && (text.StartsWith("3.0.", StringComparison.Ordinal) || text.StartsWith("3.1.", StringComparison.Ordinal))
            ? null
            : ForeignDocument.Describe(root) ?? ValueDescription.OfMember(root, "openapi");
    }

    private static OpenApiDocument Parse(SpecOutline outline)
    {
        var result = OpenApiDocument.Parse(
            Encoding.UTF8.GetString(outline.Utf8), "json", new OpenApiReaderSettings { LoadExternalRefs = false });
        foreach (var error in result.Diagnostic?.Errors ?? [])
        {
            var pointer = outline.Sources.PointerOf(Uri.UnescapeDataString((error.Pointer ?? "").TrimStart('#')));
            outline.Problems.ReportOnce(pointer, Sentence(error.Message));
        }

        return result.Document!;
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
