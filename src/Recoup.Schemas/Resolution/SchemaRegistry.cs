using System.Text.Json;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Resolution;

/// <summary>All resources that references can reach: those already read, the caller's documents and the built-in metaschemas.</summary>
internal sealed class SchemaRegistry
{
    private readonly ResourceTable _resources = new();
    private readonly SchemaDocuments _documents;
    private readonly DialectFinder _dialects;
    private readonly ProblemList _problems;

    /// <summary>The dialect of documents without <c>$schema</c>: the root schema's.</summary>
    private Dialect _dialect;

    public SchemaRegistry(JsonSchemaOptions options, DialectTable dialects, ProblemList problems)
    {
        _documents = new SchemaDocuments(options.Documents);
        _dialects = new DialectFinder(dialects, _documents);
        _dialect = dialects.Of(options.DefaultDraft);
        _problems = problems;
        Reader = new SchemaReader(_dialects, _resources, problems);
    }

    public SchemaReader Reader { get; }

    /// <summary>Reads the schema that is to be compiled.</summary>
    public SchemaSource ReadRoot(JsonElement schema)
    {
        var metaschema = DialectFinder.MetaschemaOf(schema);
        var named = metaschema is null ? null : _dialects.Find(metaschema);
        _dialect = named ?? _dialect;
        var root = Reader.Read(schema, null, new SchemaResource(SchemaUri.Unnamed, isNamed: false, _dialect), null);
        if (metaschema is not null && named is null)
        {
            _problems.Add(
                root, "$schema",
                "expected the metaschema of draft 4, 6, 7, 2019-09 or 2020-12, or a metaschema in JsonSchemaOptions.Documents "
                + $"that requires only known vocabularies, got {Describe.Quote(metaschema)}");
        }

        return root;
    }

    public SchemaResource? Find(string uri)
    {
        if (_resources.TryFind(uri, out var known))
            return known;
        if (_documents.ByUri.TryGetValue(uri, out var document) || MetaschemaTable.TryRead(uri, out document))
            return Load(uri, document);

        // It may be the id of a schema inside a document that is not read yet.
        foreach (var pair in _documents.ByUri)
        {
            if (!_resources.TryFind(pair.Key, out _))
                Load(pair.Key, pair.Value);
            if (_resources.TryFind(uri, out known))
                return known;
        }

        return null;
    }

    private SchemaResource Load(string uri, JsonElement document)
    {
        var dialect = DialectFinder.MetaschemaOf(document) is { } metaschema ? _dialects.Find(metaschema) : null;
        var resource = new SchemaResource(uri, isNamed: true, dialect ?? _dialect);
        _resources.Set(uri, resource);
        var root = Reader.Read(document.Clone(), null, resource, null);

        // The document's own id may differ from the URI it was found under: both lead to it.
        _resources.Set(uri, root.Resource);
        return root.Resource;
    }
}
