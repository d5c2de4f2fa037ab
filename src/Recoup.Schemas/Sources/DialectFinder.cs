using System.Text.Json;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;

namespace Recoup.Schemas.Sources;

/// <summary>Finds the dialect that <c>$schema</c> names: a published draft, or a metaschema among the caller's documents.</summary>
internal sealed class DialectFinder(DialectTable published, SchemaDocuments documents)
{
    private readonly Dictionary<string, Dialect?> _own = new(StringComparer.Ordinal);

    /// <summary>The URI in <c>$schema</c>; null if the schema has none.</summary>
    public static string? MetaschemaOf(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
        && JsonProperties.TryGet(schema, "$schema"u8, out var named) && named.ValueKind == JsonValueKind.String
        && JsonNames.Of(named) is { Length: > 0 } uri
            ? uri
            : null;

    /// <summary>The dialect of a metaschema; null if it is unknown or requires an unknown vocabulary.</summary>
    public Dialect? Find(string uri)
    {
        if (published.Find(uri) is { } draft)
            return draft;
        if (_own.TryGetValue(uri, out var known))
            return known;

        // Set first: a metaschema that is its own metaschema, directly or in a circle, has no dialect.
        _own[uri] = null;
        return _own[uri] = documents.ByUri.TryGetValue(SchemaUri.WithoutFragment(uri, out _), out var metaschema)
            && MetaschemaOf(metaschema) is { } parent && Find(parent) is { } dialect
            ? published.Restrict(dialect, metaschema)
            : null;
    }
}
