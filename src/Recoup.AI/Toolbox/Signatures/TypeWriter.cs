using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.AI.Toolbox.Signatures;

/// <summary>
/// Writes JSON Schemas as types in the manner of TypeScript: <c>string</c>, <c>"open" | "closed"</c>, <c>{ name: string; size?: any }</c>.
/// A type says what an argument looks like; bounds and patterns are not in it.
/// </summary>
/// <param name="root">The schema that references lead into.</param>
internal sealed class TypeWriter(PositionedElement root)
{
    private const string Any = "any";
    private const int MostParts = 20;
    private const int LongestName = 80;
    private const int LongestLiteral = 40;

    private const int MostReferences = 20;

    // A schema can multiply its parts by references. After so many parts everything is any.
    private const int MostSteps = 1_000;

    private readonly HashSet<string> _open = [];
    private int _steps;

    /// <summary>The type of a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="depth">How many levels of objects and arrays are written; one below is <c>object</c> or <c>any[]</c>.</param>
    public string TypeOf(PositionedElement schema, int depth)
    {
        if (schema.ValueKind == JsonValueKind.False)
            return "never";
        if (schema.ValueKind != JsonValueKind.Object || ++_steps > MostSteps)
            return Any;
        if (schema["$ref"].AsString() is { } reference)
            return Referenced(reference, depth);
        var types = Alternatives(schema, depth);
        return AnyOf(schema["nullable"].AsBoolean() == true ? [.. types, "null"] : types);
    }

    /// <summary>The type of a value that several schemas describe.</summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="isUnion">Whether a value needs only one of the schemas, and not all.</param>
    /// <param name="depth">How many levels of objects and arrays are written.</param>
    public string TypeOf(IReadOnlyList<PositionedElement> schemas, bool isUnion, int depth) => schemas switch
    {
        [] => Any,
        [var schema] => TypeOf(schema, depth),
        _ when isUnion => AnyOf(Parts(schemas, schema => TypeOf(schema, depth))),
        _ => AllOf(Parts(schemas, schema => Grouped(TypeOf(schema, depth)))),
    };

    /// <summary>An object type.</summary>
    /// <param name="schema">A schema with <c>properties</c>.</param>
    /// <param name="depth">How many levels are written.</param>
    private string ObjectOf(PositionedElement schema, int depth)
    {
        var properties = schema["properties"];
        if (depth > 0 && properties.EnumerateObject().MoveNext())
            return PropertiesOf(schema, properties, depth);
        var values = schema["additionalProperties"];
        return depth > 0 && values.ValueKind == JsonValueKind.Object ? $"Record<string, {TypeOf(values, depth - 1)}>" : "object";
    }

    private string PropertiesOf(PositionedElement schema, PositionedElement properties, int depth)
    {
        var required = Required(schema);
        var parts = new List<string>();
        foreach (var property in properties.EnumerateObject())
        {
            if (parts.Count == MostParts)
            {
                parts.Add("…");
                break;
            }

            var mark = required.Contains(property.Name) ? "" : "?";
            parts.Add($"{SafeText.Name(property.Name, LongestName)}{mark}: {TypeOf(property.Value, depth - 1)}");
        }

        return $"{{ {string.Join("; ", parts)} }}";
    }

    /// <summary>The names in <c>required</c>.</summary>
    public static HashSet<string> Required(PositionedElement schema)
    {
        var names = new HashSet<string>();
        foreach (var name in schema["required"].EnumerateArray())
        {
            if (name.AsString() is { } text)
                names.Add(text);
        }

        return names;
    }

    private string Referenced(string reference, int depth)
    {
        if (_open.Count == MostReferences || !root.TryFollow(reference, out var target))
            return Any;
        if (!_open.Add(reference))
            return target["properties"].ValueKind == JsonValueKind.Object ? "object" : Any;
        var type = TypeOf(target, depth);
        _open.Remove(reference);
        return type;
    }

    private List<string> Alternatives(PositionedElement schema, int depth)
    {
        if (schema["const"] is { ValueKind: not JsonValueKind.Undefined } constant)
            return [Literal(constant)];
        if (schema["enum"].ValueKind == JsonValueKind.Array)
            return Parts(Items(schema["enum"]), Literal);
        foreach (var keyword in (ReadOnlySpan<string>)["anyOf", "oneOf"])
        {
            if (schema[keyword].ValueKind == JsonValueKind.Array)
                return Parts(Items(schema[keyword]), branch => TypeOf(branch, depth));
        }

        if (schema["allOf"].ValueKind == JsonValueKind.Array && schema["type"].ValueKind == JsonValueKind.Undefined)
            return [AllOf(Parts(Items(schema["allOf"]), branch => Grouped(TypeOf(branch, depth))))];
        return schema["type"].ValueKind == JsonValueKind.Array
            ? Parts(Items(schema["type"]), type => Named(type.AsString(), schema, depth))
            : [Named(schema["type"].AsString(), schema, depth)];
    }

    private static string AnyOf(List<string> types) => types.Contains(Any) ? Any : string.Join(" | ", types.Distinct());

    private static string AllOf(List<string> types) => string.Join(" & ", types.Where(type => type != Any).Distinct().DefaultIfEmpty(Any));

    private string Named(string? type, PositionedElement schema, int depth) => type switch
    {
        "string" or "integer" or "number" or "boolean" or "null" => type,
        "array" => ArrayOf(schema, depth),
        "object" => ObjectOf(schema, depth),
        null when schema["properties"].ValueKind == JsonValueKind.Object => ObjectOf(schema, depth),
        null when schema["items"].ValueKind != JsonValueKind.Undefined => ArrayOf(schema, depth),
        _ => Any,
    };

    private string ArrayOf(PositionedElement schema, int depth) =>
        depth > 0 && schema["items"].ValueKind == JsonValueKind.Object ? Grouped(TypeOf(schema["items"], depth - 1)) + "[]" : Any + "[]";

    private static string Grouped(string type) => type.Contains(" | ") || type.Contains(" & ") ? $"({type})" : type;

    private static string Literal(PositionedElement value) => value.ValueKind switch
    {
        JsonValueKind.String => SafeText.Quoted(value.GetString(), LongestLiteral),
        JsonValueKind.Object => "object",
        JsonValueKind.Array => Any + "[]",
        _ => SafeText.Line(value.RawText, LongestLiteral),
    };

    private static List<string> Parts(IEnumerable<PositionedElement> items, Func<PositionedElement, string> write)
    {
        var parts = items.Take(MostParts + 1).Select((item, index) => index < MostParts ? write(item) : "…").ToList();
        return parts.Count == 0 ? [Any] : parts;
    }

    private static IEnumerable<PositionedElement> Items(PositionedElement array)
    {
        foreach (var item in array.EnumerateArray())
            yield return item;
    }
}
