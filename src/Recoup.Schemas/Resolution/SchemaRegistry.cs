using System.Text.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Resolution;

/// <summary>All resources that references may reach: those read so far, the caller's documents and the built-in metaschemas.</summary>
internal sealed class SchemaRegistry
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dialect?> _dialects = new(StringComparer.Ordinal);
    private readonly JsonSchemaOptions _options;
    private readonly SchemaReader _reader;
    private Dictionary<string, JsonElement>? _documents;

    /// <summary>What documents that name no metaschema are read as: the dialect of the schema that reaches for them.</summary>
    private Dialect _dialect;

    public SchemaRegistry(JsonSchemaOptions options, ProblemList problems)
    {
        _options = options;
        _reader = new SchemaReader(this, problems);
        _dialect = DraftTable.DialectOf(options.DefaultDraft);
    }

    public SchemaReader Reader => _reader;

    private Dictionary<string, JsonElement> Documents => _documents ??= ReadDocuments();

    /// <summary>Reads the schema that is to be compiled.</summary>
    public SchemaSource ReadRoot(JsonElement schema, ProblemList problems)
    {
        var dialect = _dialect;
        string? unknown = null;
        if (TryGetSchemaUri(schema, out var uri))
        {
            var named = FindDialect(uri);
            unknown = named is null ? uri : null;
            dialect = named ?? dialect;
        }

        _dialect = dialect;
        var resource = new SchemaResource(SchemaUri.Unnamed, isNamed: false, dialect);
        var root = _reader.Read(schema, null, resource, null);
        if (unknown is not null)
        {
            problems.Add(root, "$schema", $"expected the metaschema of draft 4, 6, 7, 2019-09 or 2020-12, or one of the given documents with vocabularies known here, got {Validation.Describe.Quote(unknown)}");
        }

        return root;
    }

    /// <summary>Adds a resource; false when another has its URI.</summary>
    public bool Add(SchemaResource resource)
    {
        if (_resources.TryGetValue(resource.BaseUri, out var other))
            return other.Root == resource.Root;
        _resources.Add(resource.BaseUri, resource);
        return true;
    }

    public SchemaResource? Find(string uri)
    {
        if (_resources.TryGetValue(uri, out var known))
            return known;
        if (Documents.TryGetValue(uri, out var document) || MetaschemaTable.TryRead(uri, out document))
            return Load(uri, document);

        // It may be the id of a schema inside a document that nothing has asked for yet.
        foreach (var pair in Documents)
        {
            if (!_resources.ContainsKey(pair.Key))
                Load(pair.Key, pair.Value);
            if (_resources.TryGetValue(uri, out known))
                return known;
        }

        return null;
    }

    /// <summary>The dialect that a metaschema's URI stands for; null when it is not known.</summary>
    public Dialect? FindDialect(string uri)
    {
        if (DraftTable.FindDialect(uri) is { } draft)
            return draft;
        if (_dialects.TryGetValue(uri, out var known))
            return known;

        // A metaschema that is its own metaschema, or a circle of them, leads nowhere.
        _dialects[uri] = null;
        return _dialects[uri] = Documents.TryGetValue(SchemaUri.WithoutFragment(uri, out _), out var metaschema)
            && TryGetSchemaUri(metaschema, out var parent) && FindDialect(parent) is { } dialect
            ? DraftTable.Restrict(dialect, metaschema)
            : null;
    }

    private SchemaResource Load(string uri, JsonElement document)
    {
        var dialect = (TryGetSchemaUri(document, out var schema) ? FindDialect(schema) : null) ?? _dialect;
        var resource = new SchemaResource(uri, isNamed: true, dialect);
        _resources[uri] = resource;
        var root = _reader.Read(document.Clone(), null, resource, null);

        // The document may call itself differently: it is known under both.
        return _resources[uri] = root.Resource;
    }

    private Dictionary<string, JsonElement> ReadDocuments()
    {
        var documents = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var pair in _options.Documents)
        {
            if (pair.Value.ValueKind != JsonValueKind.Undefined)
                documents[SchemaUri.Normal(pair.Key)] = pair.Value;
        }

        return documents;
    }

    private static bool TryGetSchemaUri(JsonElement schema, out string uri)
    {
        uri = schema.ValueKind == JsonValueKind.Object && JsonProperties.TryGet(schema, "$schema"u8, out var named) && named.ValueKind == JsonValueKind.String
            ? JsonNames.Of(named)
            : "";
        return uri.Length > 0;
    }
}
