using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Source;
using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Learning.Reports;

/// <summary>
/// What a change of result schemas breaks in C#: the findings that the comparison of two catalogs has, one with the schemas before and
/// one with those after.
/// </summary>
internal static class TypeChanges
{
    private const int MostPlaces = 3;

    /// <summary>Finds the changes of C#.</summary>
    /// <param name="slugs">The actions whose schema changed.</param>
    /// <param name="before">The result schema of an action before; undefined if there was none.</param>
    /// <param name="after">The result schema of an action after.</param>
    /// <param name="catalog">The catalog of the actions; null if it is not known.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>A line for each change: the slug, the member, its type before and after, and its name in C#.</returns>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<string> slugs,
        Func<string, PositionedElement> before,
        Func<string, PositionedElement> after,
        RecoupCatalog? catalog,
        CancellationToken cancellation)
    {
        if (slugs.Count == 0)
            return [];
        var known = catalog?.Actions.ToDictionary(action => action.Slug, action => action.Source, StringComparer.Ordinal);
        ContractDocument Catalog(string name, Func<string, PositionedElement> schema) => ContractDocument.Read(
            IndentedJson.ToUtf8(json => Write(json, slugs, slug => known?.GetValueOrDefault(slug) ?? default, schema)), name);
        var documents = new DocumentPair(Catalog("before", before), Catalog("after", after)) { Cancellation = cancellation };
        return [.. BoundCatalogs.Of(documents, hasResultViews: true, cancellation).CompareEach(CatalogPairs.Of(documents), documents)
            .Select(found => Line(found.Finding)).Distinct(StringComparer.Ordinal)];
    }

    private static string Line(Finding finding)
    {
        var places = finding.Values.Count == 0
            ? finding.Source!.Member
            : Words.Names([.. finding.Values.Select(Path).Order(StringComparer.Ordinal)], MostPlaces);
        var change = finding is { Before: { } was, After: { } now } ? $"{was} -> {now}" : finding.Message;
        return $"{finding.Action}: {places}: {change} ({finding.Source!.Member})";
    }

    // "result/.messages/[]/.size" -> "result.messages[].size".
    private static string Path(string value) => string.Concat(value.Split('/').Select((step, index) => index == 0 ? step
        : step is "[]" ? step
        : step is "*" ? "[*]"
        : JsonPointer.Unescape(step)));

    private static void Write(
        Utf8JsonWriter json, IReadOnlyList<string> slugs, Func<string, PositionedElement> action, Func<string, PositionedElement> schema)
    {
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WriteStartArray("actions");
        foreach (var slug in slugs)
            Write(json, slug, action(slug), schema(slug));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string slug, PositionedElement action, PositionedElement schema)
    {
        json.WriteStartObject();
        if (action.ValueKind == JsonValueKind.Undefined)
        {
            json.WriteString("slug", slug);
            json.WriteString("name", slug);
            json.WriteString("description", "");
            json.WriteStartObject("parameters");
            json.WriteEndObject();
            json.WriteString("connectorSlug", ConnectorOf(slug));
        }
        else
        {
            foreach (var member in action.EnumerateObject())
            {
                if (member.Name == "outputParameters")
                    continue;
                json.WritePropertyName(member.Name);
                json.WriteRawValue(member.Value.RawUtf8.Span);
            }
        }

        if (schema.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName("outputParameters");
            json.WriteRawValue(schema.RawUtf8.Span);
        }

        json.WriteEndObject();
    }

    // Without a catalog, the text before the first underscore is as good as any other name of the class.
    private static string ConnectorOf(string slug) => slug.IndexOf('_', StringComparison.Ordinal) is var end and > 0
        ? slug[..end].ToLowerInvariant()
        : "actions";
}
