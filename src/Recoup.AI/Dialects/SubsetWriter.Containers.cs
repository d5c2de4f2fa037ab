using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>Arrays and objects.</summary>
internal sealed partial class SubsetWriter
{
    private const string FurtherName = "further_properties";

    private static readonly string[] ArrayBounds = ["minItems", "maxItems"];
    private static readonly string[] LostInArrays = ["uniqueItems", "contains", "unevaluatedItems"];
    private static readonly string[] LostInObjects =
    [
        "minProperties", "maxProperties", "propertyNames", "dependentRequired", "dependentSchemas", "dependencies", "unevaluatedProperties",
    ];

    private Written WriteArray(IReadOnlyList<SchemaPart> parts, int depth, List<string> remarks)
    {
        foreach (var lost in parts.SelectMany(part => LostInArrays.Select(keyword => (keyword, value: part[keyword]))))
        {
            if (lost.value.Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.False)
                continue;
            _losses.Add(new(lost.keyword, lost.value.Pointer, "it is not part of the schema"));
            if (BoundTexts.Of(lost.keyword, lost.value.Element) is { } words)
                remarks.Add(words);
        }

        var schema = Scalar("array", parts, ArrayBounds, remarks);
        var items = WriteItems(parts, depth);
        if (items.Schema is null)
            return new(EmptyArray(schema), Restoration.None);
        schema["items"] = items.Schema;
        return new(schema, items.Restoration == Restoration.None ? Restoration.None : new ArrayRestoration(items.Restoration));
    }

    private Written WriteItems(IReadOnlyList<SchemaPart> parts, int depth)
    {
        var all = parts.Select(part => part["items"])
            .Where(items => items.Element.ValueKind is JsonValueKind.Object or JsonValueKind.False).ToList();
        var tuples = parts.SelectMany(part => part.Items("prefixItems").Concat(part.Items("items"))).ToList();
        if (tuples.Count == 0)
            return all.Count == 0 ? Any([], null, "") : Write(all, depth + 1);

        // Each item may be what any place of the tuple accepts.
        _losses.Add(new("prefixItems", tuples[0].Pointer, "each item may be what another place accepts"));
        var rest = parts.Select(part => part["additionalItems"]).FirstOrDefault(items => items.IsObject);
        IEnumerable<IReadOnlyList<SchemaPart>> places = tuples.Select(tuple => (IReadOnlyList<SchemaPart>)[tuple]);
        if (all.Exists(items => items.IsObject))
            places = places.Append(all.FindAll(items => items.IsObject));
        else if (rest.IsObject)
            places = places.Append([rest]);
        return Unite([.. places.Select(place => Write(place, depth + 1)).Where(place => place.Schema is not null)], false, null);
    }

    // No item is valid, so only the empty array is.
    private static JsonObject EmptyArray(JsonObject schema)
    {
        schema["items"] = new JsonObject { ["type"] = "string" };
        schema["maxItems"] = 0;
        return schema;
    }

    /// <summary>Writes an object.</summary>
    /// <param name="parts">The subschemas that it must satisfy together; for the root, those of all branches.</param>
    /// <param name="depth">The levels of objects, this one included.</param>
    /// <param name="branches">The branches of a union at the root; null if there is none.</param>
    private Written WriteObject(IReadOnlyList<SchemaPart> parts, int depth, IReadOnlyList<Conjuncts>? branches = null)
    {
        foreach (var (keyword, lost) in parts.SelectMany(part => LostInObjects.Select(keyword => (keyword, part[keyword]))))
        {
            if (lost.Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True))
                _losses.Add(new(keyword, lost.Pointer, "it is not part of the schema"));
        }

        var required = RequiredBy(parts, branches);
        var declared = Declared(parts, required);
        var further = Further(parts);
        if (declared.Count == 0 && further is not null && depth > 1)
            return WriteMap(further, depth);

        var properties = new JsonObject();
        var ways = new Dictionary<string, RestoredProperty>(StringComparer.Ordinal);
        var listed = new List<string>();
        foreach (var (name, schemas) in declared)
        {
            var isRequired = required.Contains(name);
            var isPossible = schemas.Count > 0 || further is not null;
            isPossible &= TryAddFurther(name, schemas, parts, branches);
            var written = !isPossible ? default : schemas.Count > 0 ? WriteProperty(schemas, branches, depth) : Any([], null, "");
            if (written.Schema is not null)
                AddProperty(name, written, isRequired);
            else if (isRequired && depth > 1)
                return default;
            else if (isRequired)
            {
                _losses.Add(new(
                    "required", parts[0].Pointer, $"the action accepts nothing: it requires '{name}', for which no value is valid"));
            }
        }

        var rest = WriteFurther(parts, further, declared.Count, depth);
        if (rest.Schema is not null && _isWire)
        {
            var free = FreeName(declared.Select(property => property.Name));
            AddProperty(free, new(EntryList(rest.Schema), rest.Restoration), isRequired: false, isFurther: true);
        }

        if (properties.Count == 0 && depth > 1 && _isWire && _row.NeedsProperties)
            return EnumeratedTexts([JsonElementOf("{}")]);
        return new(ObjectSchema(properties, listed, rest.Schema), WayOf(ways));

        void AddProperty(string name, Written written, bool isRequired, bool isFurther = false)
        {
            var key = _isWire && _row.Keys is { } limit ? ToolNames.Fit(name, limit) : name;
            var nullIsAbsent = _isWire && !isRequired && _row.NeedsClosedObjects;
            var schema = nullIsAbsent ? Nullable(written.Schema!) : written.Schema!;
            properties[key] = schema;
            ways[key] = new(name, written.Restoration, nullIsAbsent) { IsFurther = isFurther };
            if (isRequired || nullIsAbsent)
                listed.Add(key);
        }
    }

    private static string FreeName(IEnumerable<string> names)
    {
        var taken = names.ToHashSet(StringComparer.Ordinal);
        var name = FurtherName;
        while (taken.Contains(name))
            name += "_";
        return name;
    }

    private static Restoration WayOf(Dictionary<string, RestoredProperty> ways) =>
        ways.All(way => way.Key == way.Value.Name && way.Value is { NullIsAbsent: false, IsFurther: false }
            && way.Value.Value == Restoration.None)
            ? Restoration.None
            : new ObjectRestoration(ways);

    private JsonObject ObjectSchema(JsonObject properties, List<string> required, JsonObject? further)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0 || _row.NeedsClosedObjects)
            schema["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        if (_row.NeedsClosedObjects || !_isWire)
            schema["additionalProperties"] = false;
        if (!_isWire && further is not null)
            schema["additionalProperties"] = further;
        return schema;
    }

    /// <summary>The schemas of each declared property. A name that is only required has none.</summary>
    private static List<(string Name, List<SchemaPart> Schemas)> Declared(IReadOnlyList<SchemaPart> parts, HashSet<string> required)
    {
        var declared = parts.SelectMany(part => part.Members("properties"))
            .GroupBy(property => property.Key, property => property.Value, StringComparer.Ordinal)
            .Select(property => (property.Key, property.ToList()))
            .ToList();
        declared.AddRange(required.Except(declared.Select(property => property.Key), StringComparer.Ordinal)
            .Select(name => (name, parts.Select(part => part["additionalProperties"]).Where(part => part.IsObject).ToList())));
        return declared;
    }

    private static HashSet<string> RequiredBy(IReadOnlyList<SchemaPart> parts, IReadOnlyList<Conjuncts>? branches)
    {
        if (branches is null)
            return parts.SelectMany(part => part.Texts("required")).ToHashSet(StringComparer.Ordinal);
        return RootUnion.Required(branches);
    }

    /// <summary>
    /// What the parts demand of a property that they do not declare: false if one of them is closed to it, else the schemas of their
    /// further properties. The branches of a union at the root demand nothing of each other.
    /// </summary>
    private static bool TryAddFurther(
        string name, List<SchemaPart> schemas, IReadOnlyList<SchemaPart> parts, IReadOnlyList<Conjuncts>? branches)
    {
        if (branches is not null || schemas.Count == 0)
            return true;
        foreach (var part in parts.Where(part => !part["properties"].Has(name) && !part.Has("patternProperties")))
        {
            var further = part["additionalProperties"];
            if (further.Element.ValueKind == JsonValueKind.False)
                return false;
            if (further.IsObject)
                schemas.Add(further);
        }

        return true;
    }

    // Different branches of a union at the root may describe a property differently.
    private Written WriteProperty(List<SchemaPart> schemas, IReadOnlyList<Conjuncts>? branches, int depth)
    {
        if (branches is null || schemas.Count == 1)
            return Write(schemas, depth);
        return Unite([.. schemas.Select(schema => Write([schema], depth)).Where(option => option.Schema is not null)], false, null);
    }

    /// <summary>
    /// The schemas of the properties that are not declared: empty if they may be anything; null if there may be none.
    /// </summary>
    private List<SchemaPart>? Further(IReadOnlyList<SchemaPart> parts)
    {
        if (parts.Any(part => part.Value("additionalProperties").ValueKind == JsonValueKind.False
            && !part.Has("patternProperties")))
        {
            return null;
        }

        var patterns = parts.SelectMany(part => part.Members("patternProperties")).ToList();
        if (patterns.Count > 0)
            _losses.Add(new("patternProperties", patterns[0].Value.Pointer, "the names may be any"));
        return
        [
            .. parts.Select(part => part["additionalProperties"])
                .Where(further => further.IsObject && further.Element.EnumerateObject().Any()),
            .. patterns.Select(pattern => pattern.Value).Take(1),
        ];
    }

    private Written WriteMap(List<SchemaPart> further, int depth)
    {
        var value = further.Count == 0 ? Any([], null, "") : Write(further, depth + 1);
        if (!_isWire)
        {
            JsonNode values = value.Schema is null ? false : value.Schema;
            return new(new JsonObject { ["type"] = "object", ["additionalProperties"] = values }, Restoration.None);
        }

        return value.Schema is null
            ? EnumeratedTexts([JsonElementOf("{}")])
            : new(EntryList(value.Schema), new MapRestoration(value.Restoration));
    }

    /// <summary>
    /// The value of the properties that are not declared, if the schema asks for them: it says what they are, or it declares none.
    /// </summary>
    private Written WriteFurther(IReadOnlyList<SchemaPart> parts, List<SchemaPart>? further, int declared, int depth)
    {
        if (further is { Count: > 0 })
            return Write(further, depth + 1);
        var isOpen = parts.Any(part => part.IsTrue("additionalProperties"));
        return further is not null && declared == 0 && isOpen ? Any([], null, "") : default;
    }

    private JsonObject EntryList(JsonObject value)
    {
        var entry = Closed(new JsonObject { [Entries.Key] = new JsonObject { ["type"] = "string" }, [Entries.Value] = value });
        if (!_row.NeedsClosedObjects)
            entry.Remove("additionalProperties");
        return new JsonObject { ["type"] = "array", ["items"] = entry };
    }

    /// <summary>The schema, which also accepts null.</summary>
    private static JsonObject Nullable(JsonObject schema)
    {
        if (schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null"))
            return schema;
        if (schema["anyOf"] is JsonArray options)
        {
            if (!options.Any(option => option!["type"] is JsonValue type && type.GetValue<string>() == "null"))
                options.Add((JsonNode)new JsonObject { ["type"] = "null" });
            return schema;
        }

        if (TryAddNull(schema))
            return schema;
        var description = schema["description"];
        schema.Remove("description");
        var union = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        if (description is not null)
            union["description"] = description;
        return union;
    }
}
