using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Actions;

/// <summary>
/// Reads a file that describes results: <c>{"results": {"SLUG": schema}}</c>, or a catalog whose actions have <c>outputParameters</c>.
/// Never throws on bad input: keeps what is usable and reports the rest.
/// </summary>
internal static class ResultFileReader
{
    private const string Results = "results";
    private const string NoResult = "a JSON Schema, not a result: 'recoup learn' writes one from a recording";
    private const string WithoutKeyword = "an object without a keyword of JSON Schema";

    // Those of all drafts and of OpenAPI. Without the id of draft 4, because many results have a member of that name.
    private static readonly HashSet<string> Keywords = new(
    [
        "$anchor", "$comment", "$defs", "$dynamicAnchor", "$dynamicRef", "$id", "$recursiveAnchor", "$recursiveRef", "$ref",
        "$schema", "$vocabulary", "additionalItems", "additionalProperties", "allOf", "anyOf", "const", "contains",
        "contentEncoding", "contentMediaType", "contentSchema", "default", "definitions", "dependencies", "dependentRequired",
        "dependentSchemas", "deprecated", "description", "else", "enum", "example", "examples", "exclusiveMaximum",
        "exclusiveMinimum", "format", "if", "items", "maxContains", "maxItems", "maxLength", "maxProperties", "maximum",
        "minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "nullable", "oneOf", "pattern",
        "patternProperties", "prefixItems", "properties", "propertyNames", "readOnly", "required", "then", "title", "type",
        "unevaluatedItems", "unevaluatedProperties", "uniqueItems", "writeOnly",
    ], StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="path">The file that problems name.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static ResultFile Read(ReadOnlyMemory<byte> utf8, string path, CancellationToken cancellation = default)
    {
        var document = PositionedJson.ParsePruned(utf8, out var error, cancellation);
        if (document is { Root: var root } && IsCatalog(root))
            return OfCatalog(utf8, path, document, cancellation);
        if (document is null || error is not null)
        {
            var offset = error?.Offset ?? 0;
            var at = document?.PositionOf(offset) ?? PositionedJson.PositionIn(utf8, offset);
            var problem = new Problem(ResultProblems.NotJson, error?.Message ?? "it is empty")
            {
                Path = path,
                Range = new TextRange(at, at),
            };
            return new ResultFile(path, [], document, [problem]);
        }

        var reader = new Reader(path, cancellation);
        reader.Root(document.Root);
        return new ResultFile(path, reader.Descriptions, document, reader.Problems);
    }

    /// <summary>Whether a document is a results file.</summary>
    public static bool IsResultFile(PositionedElement root) => root[Results].ValueKind == JsonValueKind.Object && !IsCatalog(root);

    private static bool IsCatalog(PositionedElement root) =>
        root.ValueKind == JsonValueKind.Array || root["actions"].ValueKind == JsonValueKind.Array;

    // A provider's snapshot may describe more actions than the catalog has, and its own faults are those of its parameters.
    private static ResultFile OfCatalog(ReadOnlyMemory<byte> utf8, string path, PositionedJson document, CancellationToken cancellation)
    {
        var reading = CatalogReader.Read(utf8, path, cancellation);
        var described = reading.Catalog.Actions
            .Where(action => action.OutputParametersSource.ValueKind != JsonValueKind.Undefined)
            .Select(action => new ResultDescription(
                path, true, action.Slug, action.Pointer + "/outputParameters", action.Source["slug"], action.OutputParametersSource))
            .ToArray();
        var problems = reading.Problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ToList();
        if (described.Length == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(
                ResultProblems.Unexpected, "a catalog whose actions have 'outputParameters'", "one that describes no result")
            { Path = path, Range = document.Root.StartRange });
        }

        return new ResultFile(path, described, document, problems);
    }

    private sealed class Reader(string path, CancellationToken cancellation)
    {
        public List<ResultDescription> Descriptions { get; } = [];

        public List<Problem> Problems { get; } = [];

        public void Root(PositionedElement root)
        {
            if (root.ValueKind != JsonValueKind.Object || root[Results].ValueKind == JsonValueKind.Undefined)
            {
                var got = root.ValueKind == JsonValueKind.Object ? $"an object without '{Results}'" : ValueDescription.Of(root);
                Unexpected(root, $"a results file, an object with the member '{Results}', or a catalog", got);
                return;
            }

            var isRead = false;
            foreach (var member in root.EnumerateObject())
            {
                var name = member.Name;
                if (name == Results && isRead)
                    Unexpected(member.NameElement, "'results' once in the results file", "it twice");
                else if (name == Results)
                    Slugs(member.Value);
                else if (name is not ("$schema" or "$comment"))
                    Unexpected(member.NameElement, "'results' in the results file", $"'{name}'");
                isRead |= name == Results;
            }
        }

        private void Slugs(PositionedElement results)
        {
            if (results.ValueKind != JsonValueKind.Object)
                Unexpected(results, "the results, an object with a schema for each slug", ValueDescription.Of(results));
            var slugs = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in results.EnumerateObject())
            {
                cancellation.ThrowIfCancellationRequested();
                var slug = member.Name;
                if (!slugs.Add(slug))
                    Unexpected(member.NameElement, $"'{slug}' once in the results", "it twice");
                else if (member.Value.ValueKind != JsonValueKind.Object)
                    Unexpected(member.Value, $"the schema of the result of {slug}, an object", ValueDescription.Of(member.Value));
                else if (!IsSchema(member.Value))
                    Unexpected(member.Value, $"the schema of the result of {slug}, {NoResult}", WithoutKeyword);
                else if (results.Document.FirstPruned(member.Value) is { } deep)
                    Unexpected(deep, $"at most {Depth} levels of nesting in the schema of {slug}", "more");
                else
                    Descriptions.Add(new ResultDescription(
                        path, false, slug, JsonPointer.Of(Results, slug), member.NameElement, member.Value));
            }
        }

        // Unknown keywords are allowed. An object that has nothing else is a result in the place of its schema, and would give a type
        // without members.
        private static bool IsSchema(PositionedElement value)
        {
            var isEmpty = true;
            foreach (var member in value.EnumerateObject())
            {
                if (Keywords.Contains(member.Name))
                    return true;
                isEmpty = false;
            }

            return isEmpty;
        }

        private static string Depth => PositionedJson.MaxDepth.ToString(CultureInfo.InvariantCulture);

        private void Unexpected(PositionedElement element, string expected, string got) =>
            Problems.Add(new Problem(ResultProblems.Unexpected, expected, got)
            {
                Path = path,
                Range = element.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? element.StartRange : element.Range,
            });
    }
}
