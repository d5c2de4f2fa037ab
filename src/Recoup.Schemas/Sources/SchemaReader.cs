using System.Text.Json;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Sources;

/// <summary>Reads JSON into schemas, with their keywords, subschemas, resources and anchors.</summary>
internal sealed class SchemaReader(DialectFinder dialects, ResourceTable resources, ProblemList problems)
{
    private readonly IdentityReader _identities = new(dialects, resources, problems);
    private byte[] _name = [];

    /// <summary>Reads a document, or a part of it that only a reference leads to.</summary>
    public SchemaSource Read(
        JsonElement element, SchemaSource? parent, SchemaResource resource, string? keyword, string? name = null, int index = -1)
    {
        var depth = 0;
        for (var source = parent; source is not null; source = source.Parent)
            depth++;
        return Read(element, parent, resource, keyword, name, index, depth);
    }

    private SchemaSource Read(
        JsonElement element, SchemaSource? parent, SchemaResource resource, string? keyword, string? name, int index, int depth)
    {
        var source = new SchemaSource(element, resource, parent, keyword, name, index);
        if (parent is null)
            resource.Root = source;
        problems.CountSubschema(source);
        if (problems.IsFull)
            return source;
        if (depth >= problems.Limits.SchemaDepth)
        {
            problems.Add(source, null, $"expected at most {problems.Limits.SchemaDepth} levels of nested schemas");
            return source;
        }

        if (element.ValueKind == JsonValueKind.Object)
            ReadKeywords(source, depth);
        else if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            problems.Add(source, null, $"expected a schema, an object or a boolean, got {Describe.Kind(element)}");
        return source;
    }

    private void ReadKeywords(SchemaSource source, int depth)
    {
        var dialect = source.Resource.Dialect;
        var onlyReference = dialect.ReferenceStandsAlone
            && JsonProperties.TryGet(source.Element, "$ref"u8, out var reference) && reference.ValueKind == JsonValueKind.String;
        if (!onlyReference || source.Parent is null)
        {
            _identities.Read(source);
            dialect = source.Resource.Dialect;
            onlyReference &= dialect.ReferenceStandsAlone;
        }

        foreach (var property in source.Element.EnumerateObject())
        {
            var row = dialect.Find(Name(property));
            if (row is null || onlyReference && !row.Syntax.StandsBesideReference)
                continue;
            var first = source.Children.Count;
            ReadSubschemas(source, row, property.Value, depth + 1);
            source.Uses.Add(new KeywordUse(row, property.Value, first, source.Children.Count - first));
        }
    }

    private void ReadSubschemas(SchemaSource source, KeywordRow row, JsonElement value, int depth)
    {
        var shape = row.Syntax.Subschemas;
        if (shape == Subschemas.None)
            return;

        if (shape == Subschemas.One || shape == Subschemas.OneOrArray && value.ValueKind != JsonValueKind.Array)
        {
            source.Children.Add(Read(value, source, source.Resource, row.Name, null, -1, depth));
        }
        else if (shape is Subschemas.Array or Subschemas.OneOrArray)
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                problems.Add(source, row.Name, $"expected an array of schemas, got {Describe.Kind(value)}");
                return;
            }

            var index = 0;
            foreach (var item in value.EnumerateArray())
                source.Children.Add(Read(item, source, source.Resource, row.Name, null, index++, depth));
        }
        else
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                problems.Add(source, row.Name, $"expected an object with schemas as values, got {Describe.Kind(value)}");
                return;
            }

            foreach (var property in value.EnumerateObject())
            {
                if (shape != Subschemas.MapOrNames || property.Value.ValueKind != JsonValueKind.Array)
                    source.Children.Add(Read(property.Value, source, source.Resource, row.Name, JsonNames.Of(property), -1, depth));
            }
        }
    }

    private ReadOnlySpan<byte> Name(JsonProperty property)
    {
        var raw = Utf8Json.RawName(property);
        if (raw.IndexOf((byte)'\\') < 0)
            return raw;
        if (_name.Length < raw.Length)
            _name = new byte[raw.Length];
        return _name.AsSpan(0, JsonEscapes.Decode(raw, _name));
    }
}
