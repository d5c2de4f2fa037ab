using System.Text.Json;
using Recoup.Schemas.Json;
using static Recoup.Schemas.SchemaDraft;

namespace Recoup.Schemas.Drafts;

/// <summary>The dialects of the published drafts, and those that a metaschema's vocabularies make of them.</summary>
internal sealed class DialectTable(IReadOnlyList<KeywordRow> rows)
{
    private static readonly Dictionary<string, SchemaDraft> Metaschemas = new(StringComparer.Ordinal)
    {
        ["json-schema.org/draft-04/schema"] = Draft4,
        ["json-schema.org/draft-06/schema"] = Draft6,
        ["json-schema.org/draft-07/schema"] = Draft7,
        ["json-schema.org/draft/2019-09/schema"] = Draft201909,
        ["json-schema.org/draft/2020-12/schema"] = Draft202012,
        ["json-schema.org/schema"] = Draft202012,
    };

    private readonly Dictionary<SchemaDraft, Dialect> _dialects = new[] { Draft4, Draft6, Draft7, Draft201909, Draft202012 }
        .ToDictionary(draft => draft, draft => new Dialect(draft, rows.Where(row => row.IsIn(draft)), assertsFormat: false));

    public Dialect Of(SchemaDraft draft) => _dialects.TryGetValue(draft, out var dialect)
        ? dialect
        : throw new ArgumentOutOfRangeException(nameof(draft), draft, "No such draft.");

    /// <summary>The dialect of a published metaschema. Real schemas use both schemes, with and without an empty fragment.</summary>
    public Dialect? Find(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        var isHttp = scheme >= 0 && uri.Substring(0, scheme) is "http" or "https";
        var name = isHttp ? uri.Substring(scheme + 3).TrimEnd('#').TrimEnd('/') : "";
        return Metaschemas.TryGetValue(name, out var draft) ? _dialects[draft] : null;
    }

    /// <summary>
    /// Restricts a dialect to the vocabularies in a metaschema's <c>$vocabulary</c>. Null if the metaschema requires an unknown vocabulary.
    /// </summary>
    public Dialect? Restrict(Dialect dialect, JsonElement metaschema)
    {
        if (dialect.Draft < Draft201909
            || !JsonProperties.TryGet(metaschema, "$vocabulary"u8, out var vocabularies) || vocabularies.ValueKind != JsonValueKind.Object)
            return dialect;

        var known = new HashSet<Vocabulary> { Vocabulary.None };
        var assertsFormat = false;
        foreach (var property in vocabularies.EnumerateObject())
        {
            var name = JsonNames.Of(property);
            if (VocabularyTable.Find(name) is { } vocabulary)
            {
                known.Add(vocabulary);
                assertsFormat |= VocabularyTable.AssertsFormat(name, isRequired: property.Value.ValueKind == JsonValueKind.True);
            }
            else if (property.Value.ValueKind == JsonValueKind.True)
            {
                return null;
            }
        }

        return new Dialect(dialect.Draft, rows.Where(row => row.IsIn(dialect.Draft) && known.Contains(row.Vocabulary)), assertsFormat);
    }
}
