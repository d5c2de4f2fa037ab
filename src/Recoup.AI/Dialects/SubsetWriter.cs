using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.AI.Json;
using Recoup.Schemas;

namespace Recoup.AI.Dialects;

/// <summary>
/// Writes a schema anew for a dialect that has only some of the keywords: as a union of shapes with one type each. With
/// <c>isWire = false</c> it writes the same shapes as the action sees them after the way back. So the proof that a projection is right
/// needs only the comparison of that schema with the action's.
/// </summary>
internal sealed partial class SubsetWriter
{
    private const string Definitions = "$defs";
    private const string AnyName = "any_value";

    // Beyond these, a value is any JSON: a hostile schema can double its size with every reference.
    private const int MostSchemas = 20_000;
    private const int MostDepth = 64;

    private readonly DialectRow _row;
    private readonly bool _isWire;
    private readonly SchemaReferences _references;
    private readonly List<ProjectionLoss> _losses = [];
    private readonly HashSet<string> _active = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Recursion> _recursions = new(StringComparer.Ordinal);
    private readonly Lazy<JsonObject> _definitions = new(() => []);
    private int _schemas;

    private SubsetWriter(JsonElement root, DialectRow row, bool isWire) =>
        (_row, _isWire, _references) = (row, isWire, new SchemaReferences(root));

    /// <summary>Writes the schema of an action's parameters, which are always an object.</summary>
    /// <param name="root">The schema.</param>
    /// <param name="row">The dialect.</param>
    /// <param name="isWire">Whether the values are those that a model writes, and not those that the action gets.</param>
    /// <param name="losses">What the dialect cannot say.</param>
    public static Written Write(JsonElement root, DialectRow row, bool isWire, out IReadOnlyList<ProjectionLoss> losses)
    {
        var writer = new SubsetWriter(root, row, isWire);
        var written = writer.WriteRoot(new SchemaPart(root));
        losses = writer._losses;
        return written;
    }

    /// <summary>A schema that refers to itself, under its name in <c>$defs</c>.</summary>
    private sealed class Recursion(string name)
    {
        public string Name => name;

        public Written Written { get; set; }

        public bool IsWritten { get; set; }
    }

    private Written WriteRoot(SchemaPart root)
    {
        _active.Add(root.Pointer);
        var conjuncts = Read([root]);
        var branches = conjuncts.Branches(_references);
        _losses.AddRange(conjuncts.Losses);
        foreach (var part in branches.SelectMany(branch => branch.Parts).DistinctBy(part => part.Pointer))
            CheckRoot(part);
        var written = branches.Count == 1 ? WriteObject(branches[0].Parts, depth: 1) : WriteRootUnion(conjuncts, branches);
        WriteRecursions();
        var schema = written.Schema!;
        if (Describe(conjuncts.Parts, []) is { } description)
            schema["description"] = description;
        if (_definitions.IsValueCreated)
            schema[Definitions] = _definitions.Value;
        return written with { Schema = schema };
    }

    // Parameters are always an object, whatever their schema says.
    private void CheckRoot(SchemaPart part)
    {
        if (!ValueKinds.Declared(part).HasFlag(ValueKindSet.Object))
            _losses.Add(new("type", part["type"].Pointer, "parameters are always an object"));
        foreach (var keyword in OtherKeywords.Concat(["enum", "const"]))
        {
            if (part.Has(keyword))
                _losses.Add(new(keyword, part[keyword].Pointer, "it is not part of the schema"));
        }
    }

    // No provider accepts a union at the root: all properties of all branches, and required is what all require.
    private Written WriteRootUnion(Conjuncts root, IReadOnlyList<Conjuncts> branches)
    {
        var union = root.Parts.Select(part => part["anyOf"]).Concat(root.Parts.Select(part => part["oneOf"]))
            .First(candidate => candidate.Element.ValueKind == JsonValueKind.Array);
        _losses.Add(new("anyOf", union.Pointer, "it is not part of the schema") { Advice = RootUnion.Words(branches) });
        return WriteObject(branches.SelectMany(branch => branch.Parts).DistinctBy(part => part.Pointer).ToList(), 1, branches);
    }

    /// <summary>Writes the subschemas that a value must satisfy together.</summary>
    private Written Write(IReadOnlyList<SchemaPart> parts, int depth)
    {
        if (depth > MostDepth || ++_schemas > MostSchemas)
            return Any(parts, "it is too large or nested too deeply", "$ref");
        if (RecursionOf(parts) is { } recursion)
            return recursion;
        var conjuncts = Read(parts);
        _schemas += conjuncts.Parts.Sum(part => part.Cost);
        var entered = conjuncts.Parts.Select(part => part.Pointer).Where(_active.Add).ToArray();
        try
        {
            if (entered.Length < conjuncts.Parts.Count)
                return Any(parts, "it contains itself", "$ref");
            var branches = conjuncts.Branches(_references);
            _losses.AddRange(conjuncts.Losses);
            foreach (var union in conjuncts.ExclusiveUnions)
                _losses.Add(new("oneOf", union.Pointer, "more than one of its branches may accept a value"));
            var isNull = parts is [var one] && one.IsTrue("nullable");
            return WriteUnion(conjuncts.Parts, branches, isNull, depth);
        }
        finally
        {
            _active.ExceptWith(entered);
        }
    }

    private Conjuncts Read(IReadOnlyList<SchemaPart> parts)
    {
        var conjuncts = Conjuncts.Of(parts, _references);
        _losses.AddRange(conjuncts.Losses);
        conjuncts.Losses.Clear();
        return conjuncts;
    }

    private Written WriteUnion(IReadOnlyList<SchemaPart> described, IReadOnlyList<Conjuncts> branches, bool isNull, int depth)
    {
        var shapes = new List<Written>();
        var remarks = new List<string>();
        foreach (var branch in branches)
        {
            var kinds = KindsOf(branch.Parts);
            isNull |= kinds.HasFlag(ValueKindSet.Null) && kinds != ValueKindSet.All && AcceptsNull(branch.Parts);
            if (kinds == ValueKindSet.All)
                shapes.Add(Any([], null, ""));
            else
                shapes.AddRange(WriteKinds(branch.Parts, kinds, depth, remarks));
        }

        return Unite(shapes.Where(shape => shape.Schema is not null).ToList(), isNull, Describe(described, remarks));
    }

    private IEnumerable<Written> WriteKinds(IReadOnlyList<SchemaPart> parts, ValueKindSet kinds, int depth, List<string> remarks)
    {
        var values = Values(parts);
        if (values is not null)
        {
            yield return WriteValues(parts, [.. values.Where(value => kinds.HasFlag(ValueKinds.Of(value)))]);
            yield break;
        }

        if (kinds.HasFlag(ValueKindSet.String))
            yield return new(Scalar("string", parts, StringKeywords, remarks), Restoration.None);
        if (kinds.HasFlag(ValueKindSet.Integer))
        {
            var name = kinds.HasFlag(ValueKindSet.Fraction) ? "number" : "integer";
            yield return new(Scalar(name, parts, NumberKeywords, remarks), Restoration.None);
        }

        if (kinds.HasFlag(ValueKindSet.Boolean))
            yield return new(new JsonObject { ["type"] = "boolean" }, Restoration.None);
        if (kinds.HasFlag(ValueKindSet.Array))
            yield return WriteArray(parts, depth, remarks);
        if (kinds.HasFlag(ValueKindSet.Object))
            yield return WriteObject(parts, depth + 1);
    }

    /// <summary>A union of shapes, as one schema.</summary>
    private Written Unite(List<Written> shapes, bool isNull, string? description)
    {
        var options = shapes.Count < 2 ? shapes : shapes.DistinctBy(shape => shape.Schema!.ToJsonString()).ToList();
        var nullIsKeyword = _isWire && _row.NeedsOneType;
        Written united;
        if (options.Count == 0)
            united = isNull ? NullOnly() : default;
        else if (options.Count == 1 && (!isNull || nullIsKeyword || TryAddNull(options[0].Schema!)))
            united = options[0];
        else
            united = Union(options, isNull && !nullIsKeyword);

        if (united.Schema is not { } schema)
            return united;
        if (isNull && nullIsKeyword && options.Count > 0)
            schema["nullable"] = true;
        if (description is not null && schema.ContainsKey("$ref"))
            united = united with { Schema = schema = new JsonObject { ["anyOf"] = new JsonArray(schema) } };
        if (description is not null)
            schema["description"] = description;
        return united with { Restoration = united.Restoration ?? Restoration.None };
    }

    private Written Union(List<Written> options, bool isNull)
    {
        var schemas = options.Select(option => (JsonNode)option.Schema!).ToList();
        if (isNull)
            schemas.Add(new JsonObject { ["type"] = "null" });
        var restoration = options.TrueForAll(option => option.Restoration == Restoration.None)
            ? Restoration.None
            : new UnionRestoration([.. options.Select(option => (option.Schema!, option.Restoration))], Compile);
        return new(new JsonObject { ["anyOf"] = new JsonArray([.. schemas]) }, restoration);
    }

    // "type": ["string", "null"] is shorter than a union, and enum must then list null, too.
    private static bool TryAddNull(JsonObject schema)
    {
        if (schema["type"] is not JsonValue type || schema.ContainsKey("nullable"))
            return false;
        schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        if (schema["enum"] is JsonArray values)
            values.Add((JsonNode?)null);
        return true;
    }

    private Written NullOnly()
    {
        if (!_isWire || !_row.NeedsOneType)
            return new(new JsonObject { ["type"] = "null" }, Restoration.None);
        return EnumeratedTexts([JsonElementOf("null")]);
    }

    /// <summary>Any JSON.</summary>
    private Written Any(IReadOnlyList<SchemaPart> lost, string? reason, string keyword)
    {
        if (reason is not null)
            _losses.Add(new(keyword, lost.Count > 0 ? lost[0].Pointer : "", $"{reason}, so any value is accepted"));
        if (!_isWire)
            return new([], Restoration.None);
        if (!_row.AcceptsReferences)
        {
            return new(
                new JsonObject { ["type"] = "string", ["description"] = Describe(lost, ["any value: a text, or JSON"]) },
                TextRestoration.Instance);
        }

        DefineAny();
        return new(Reference(AnyName), AnyRestoration.Instance);
    }

    private void DefineAny()
    {
        if (_definitions.Value.ContainsKey(AnyName))
            return;
        _definitions.Value[AnyName] = new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "string" },
                new JsonObject { ["type"] = "number" },
                new JsonObject { ["type"] = "boolean" },
                new JsonObject { ["type"] = "null" },
                new JsonObject { ["type"] = "array", ["items"] = Reference(AnyName) },
                Closed(new JsonObject { [AnyRestoration.EntriesName] = EntryList(Reference(AnyName)) })),
        };
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/{Definitions}/{name}" };

    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
        ["additionalProperties"] = false,
    };

    private JsonSchema? Compile(JsonObject schema)
    {
        var whole = new JsonObject();
        foreach (var (name, value) in schema)
            whole[name] = value?.DeepClone();
        if (_definitions.IsValueCreated)
            whole[Definitions] = _definitions.Value.DeepClone();
        return JsonSchema.TryParse(
            JsonElementOf(whole.ToJsonString()), new JsonSchemaOptions { HonorNullable = true }, out var compiled, out _) ? compiled : null;
    }

    private static JsonElement JsonElementOf(string json) => JsonText.Parse(Encoding.UTF8.GetBytes(json));
}
