using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>
/// Writes a schema for a dialect that has the keywords of JSON Schema 2020-12: older spellings become those of 2020-12, malformed keywords
/// are left out, and references are inlined. The values are the same on both sides, except for renamed properties.
/// </summary>
internal sealed class SchemaRewriter
{
    private const int MostSchemas = 20_000;
    private const int MostDepth = 64;

    private readonly DialectRow _row;
    private readonly NameLimit? _keys;
    private readonly SchemaReferences _references;
    private readonly List<ProjectionLoss> _losses = [];
    private readonly List<string> _active = [""];
    private readonly Dictionary<string, string> _recursions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly Lazy<JsonObject> _definitions = new(() => []);
    private int _schemas;

    private SchemaRewriter(JsonElement root, DialectRow row, bool isWire) =>
        (_row, _keys, _references) = (row, isWire ? row.Keys : null, new SchemaReferences(root));

    /// <summary>Writes the schema of an action's parameters, which are always an object.</summary>
    /// <param name="root">The schema.</param>
    /// <param name="row">The dialect.</param>
    /// <param name="isWire">Whether properties have the names of the dialect, and not those of the action.</param>
    /// <param name="losses">What the dialect cannot say.</param>
    public static Written Write(JsonElement root, DialectRow row, bool isWire, out IReadOnlyList<ProjectionLoss> losses)
    {
        var rewriter = new SchemaRewriter(root, row, isWire);
        var schema = rewriter.WriteRoot(new SchemaPart(root));
        losses = rewriter._losses;
        return new(schema, rewriter._renamed.Count == 0 ? Restoration.None : new RenamingRestoration(rewriter._renamed));
    }

    private JsonObject WriteRoot(SchemaPart root)
    {
        var schema = new RootRewriter(_references, _losses, (part, depth) => WriteSchema(part, depth), Rename).Write(root);
        WriteDefinitions();
        if (_definitions.IsValueCreated)
            schema["$defs"] = _definitions.Value;
        return schema;
    }

    private void WriteDefinitions()
    {
        while (_recursions.FirstOrDefault(known => !Known().ContainsKey(known.Value)) is { Key: { } pointer, Value: var name })
        {
            _active.Clear();
            _references.TryResolve("#" + Uri.EscapeDataString(pointer), out var target);
            Known()[name] = new JsonObject();
            _active.Add(pointer);
            Known()[name] = pointer.Length == 0
                ? new RootRewriter(_references, _losses, (part, depth) => WriteSchema(part, depth), Rename).Write(target)
                : WriteSchema(target, depth: 1, [pointer]);
        }

        JsonObject Known() => _definitions.Value;
    }

    /// <param name="part">The schema.</param>
    /// <param name="depth">Its depth.</param>
    /// <param name="followed">The targets of the references that led to it without a step into the value.</param>
    private JsonNode WriteSchema(SchemaPart part, int depth, IReadOnlyList<string>? followed = null)
    {
        if (part.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return JsonValue.Create(part.Element.ValueKind == JsonValueKind.True);
        if (!part.IsObject || depth > MostDepth || ++_schemas > MostSchemas)
        {
            _losses.Add(new("$ref", part.Pointer, part.IsObject
                ? "it is too large or nested too deeply, so any value is accepted"
                : "it is no schema, so any value is accepted"));
            return new JsonObject();
        }

        _schemas += part.Cost;
        var schema = new JsonObject();
        KeywordRewriter.Write(
            part, schema, _losses, (child, isInPlace) => WriteSchema(child, depth + 1, isInPlace ? followed : null), Rename);
        if (_row.NeedsItems)
            AddItems(schema);
        if (part.Text("$ref") is { } reference)
            schema = WithTarget(schema, WriteTarget(reference, part, depth, followed ?? []));
        return Nullability.Apply(part, schema);
    }

    private JsonNode WriteTarget(string reference, SchemaPart part, int depth, IReadOnlyList<string> followed)
    {
        if (!_references.TryResolve(reference, out var target))
        {
            _losses.Add(new("$ref", part.Pointer + "/$ref", "it refers to nothing in the schema, so any value is accepted"));
            return new JsonObject();
        }

        if (followed.Contains(target.Pointer) || target.Pointer == part.Pointer)
        {
            _losses.Add(new("$ref", part.Pointer + "/$ref", "it refers to itself, so any value is accepted"));
            return new JsonObject();
        }

        if (_active.Contains(target.Pointer))
            return WriteRecursion(target);
        _active.Add(target.Pointer);
        var written = WriteSchema(target, depth + 1, [.. followed, target.Pointer]);
        _active.Remove(target.Pointer);
        return written;
    }

    private JsonObject WriteRecursion(SchemaPart target)
    {
        if (!_row.AcceptsReferences)
        {
            _losses.Add(new("$ref", target.Pointer, "it contains itself, so any value is accepted below"));
            return new JsonObject();
        }

        if (!_recursions.TryGetValue(target.Pointer, out var name))
        {
            name = target.Pointer.Length == 0 ? "parameters" : target.Pointer[(target.Pointer.LastIndexOf('/') + 1)..];
            name = ToolNames.Fit(_recursions.ContainsValue(name) ? target.Pointer : name, new NameLimit(48));
            _recursions.Add(target.Pointer, name);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    // Annotations beside a reference replace those of its target; assertions apply in addition.
    private static JsonObject WithTarget(JsonObject own, JsonNode target)
    {
        if (target is JsonObject schema && own.All(member => Annotations.Contains(member.Key)))
        {
            foreach (var (name, value) in own)
                schema[name] = value?.DeepClone();
            return schema;
        }

        if (own["allOf"] is JsonArray all)
            all.Add(target);
        else
            own["allOf"] = new JsonArray(target);
        return own;
    }

    private static void AddItems(JsonObject schema)
    {
        var isArray = schema["type"] is JsonArray types
            ? types.Any(type => type!.GetValue<string>() == "array")
            : schema["type"]?.GetValue<string>() == "array";
        if (isArray && (!schema.TryGetPropertyValue("items", out var items) || items is not JsonObject))
            schema["items"] = items is JsonValue ? new JsonObject { ["not"] = new JsonObject() } : new JsonObject();
    }

    private string Rename(string name)
    {
        if (_keys is null || _keys.Accepts(name))
            return name;
        var key = ToolNames.Fit(name, _keys);
        _renamed[key] = name;
        return key;
    }
}
