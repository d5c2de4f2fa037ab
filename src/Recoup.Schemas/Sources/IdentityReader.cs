using System.Text.Json;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Sources;

/// <summary>Reads ids, anchors and <c>$schema</c>, which decide the resource that a schema belongs to.</summary>
internal sealed class IdentityReader(DialectFinder dialects, ResourceTable resources, ProblemList problems)
{
    public void Read(SchemaSource source)
    {
        if (!MayHaveIdentity(source.Element))
            return;

        var dialect = source.Resource.Dialect;

        // An embedded resource can name another draft, in which the id can have another name.
        if (source.Parent is not null && DialectFinder.MetaschemaOf(source.Element) is { } metaschema
            && (JsonProperties.TryGet(source.Element, "$id"u8, out _) || JsonProperties.TryGet(source.Element, "id"u8, out _))
            && dialects.Find(metaschema) is { } own)
            dialect = own;

        if (JsonProperties.TryGet(source.Element, dialect.IdName, out var id) && id.ValueKind == JsonValueKind.String)
            ReadId(source, JsonNames.Of(id), dialect);

        if (dialect.Draft >= SchemaDraft.Draft201909)
            ReadAnchors(source);
    }

    /// <summary>Whether a name begins like those that are read here. Most schemas have none, so that one pass is enough.</summary>
    private static bool MayHaveIdentity(JsonElement schema)
    {
        foreach (var property in schema.EnumerateObject())
        {
            var name = Utf8Json.RawName(property);
            if (!name.IsEmpty && name[0] is (byte)'$' or (byte)'i' or (byte)'\\')
                return true;
        }

        return false;
    }

    private void ReadId(SchemaSource source, string id, Dialect dialect)
    {
        var reference = SchemaUri.WithoutFragment(id, out var fragment);
        if (fragment is { Length: > 0 } && !dialect.IdMayBeAnchor)
        {
            problems.Add(source, dialect.IdKeyword, $"expected a URI without fragment, got {Describe.Quote(id)}");
            return;
        }

        if (reference.Length > 0)
        {
            if (SchemaUri.Resolve(source.Resource, reference) is not { } uri)
            {
                problems.Add(source, dialect.IdKeyword, $"expected a URI reference, got {Describe.Quote(id)}");
                return;
            }

            var resource = new SchemaResource(uri, isNamed: true, dialect) { Root = source };
            source.Resource = resource;
            if (!resources.TryAdd(resource))
                problems.Add(source, dialect.IdKeyword, $"expected a unique id, got {Describe.Quote(id)}, which another schema also has");
        }

        if (fragment is { Length: > 0 } && fragment[0] != '/')
            AddAnchor(source, dialect.IdKeyword, fragment, isDynamic: false);
    }

    private void ReadAnchors(SchemaSource source)
    {
        if (TryGetAnchor(source, "$anchor"u8, out var anchor))
            AddAnchor(source, "$anchor", anchor, isDynamic: false);

        if (source.Resource.Dialect.Draft == SchemaDraft.Draft201909)
        {
            if (source == source.Resource.Root && JsonProperties.TryGet(source.Element, "$recursiveAnchor"u8, out var recursive))
                source.Resource.IsRecursiveAnchor = recursive.ValueKind == JsonValueKind.True;
        }
        else if (TryGetAnchor(source, "$dynamicAnchor"u8, out var dynamic))
        {
            AddAnchor(source, "$dynamicAnchor", dynamic, isDynamic: true);
        }
    }

    private static bool TryGetAnchor(SchemaSource source, ReadOnlySpan<byte> keyword, out string name)
    {
        name = JsonProperties.TryGet(source.Element, keyword, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonNames.Of(value)
            : "";
        return name.Length > 0;
    }

    private void AddAnchor(SchemaSource source, string keyword, string name, bool isDynamic)
    {
        var resource = source.Resource;
        if (isDynamic)
            resource.DynamicAnchors[name] = source;
        if (resource.Anchors.TryGetValue(name, out var other) && other != source)
            problems.Add(source, keyword, $"expected a unique anchor, got {Describe.Quote(name)}, which {other.Location} also has");
        else
            resource.Anchors[name] = source;
    }
}
