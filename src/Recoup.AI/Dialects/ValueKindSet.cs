using System.Text.Json;

namespace Recoup.AI.Dialects;

/// <summary>The types of JSON Schema, as a set. An integer is a number, too.</summary>
[Flags]
internal enum ValueKindSet
{
    None = 0,
    String = 1,
    Integer = 2,
    Fraction = 4,
    Boolean = 8,
    Array = 16,
    Object = 32,
    Null = 64,
    Number = Integer | Fraction,
    All = 127,
}

/// <summary>What the keywords of a schema say about types.</summary>
internal static class ValueKinds
{
    private static readonly (string Keyword, ValueKindSet Kind)[] Hints =
    [
        ("properties", ValueKindSet.Object), ("required", ValueKindSet.Object), ("additionalProperties", ValueKindSet.Object),
        ("patternProperties", ValueKindSet.Object), ("propertyNames", ValueKindSet.Object), ("minProperties", ValueKindSet.Object),
        ("maxProperties", ValueKindSet.Object),
        ("items", ValueKindSet.Array), ("prefixItems", ValueKindSet.Array), ("minItems", ValueKindSet.Array),
        ("maxItems", ValueKindSet.Array), ("uniqueItems", ValueKindSet.Array), ("contains", ValueKindSet.Array),
        ("pattern", ValueKindSet.String), ("format", ValueKindSet.String), ("minLength", ValueKindSet.String),
        ("maxLength", ValueKindSet.String),
        ("minimum", ValueKindSet.Number), ("maximum", ValueKindSet.Number), ("exclusiveMinimum", ValueKindSet.Number),
        ("exclusiveMaximum", ValueKindSet.Number), ("multipleOf", ValueKindSet.Number),
    ];

    /// <summary>The types that <c>type</c> names; all if it names none that JSON Schema knows.</summary>
    public static ValueKindSet Declared(SchemaPart schema)
    {
        if (schema.Element.ValueKind == JsonValueKind.False)
            return ValueKindSet.None;
        var kinds = schema.Text("type") is { } one
            ? Of(one)
            : schema.Texts("type").Aggregate(ValueKindSet.None, (all, name) => all | Of(name));
        return kinds == ValueKindSet.None ? ValueKindSet.All : kinds;
    }

    /// <summary>The types whose keywords a schema has.</summary>
    public static ValueKindSet Hinted(SchemaPart schema) => Hints
        .Where(hint => schema.Has(hint.Keyword))
        .Aggregate(ValueKindSet.None, (all, hint) => all | hint.Kind);

    /// <summary>The type of a value.</summary>
    public static ValueKindSet Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ValueKindSet.String,
        JsonValueKind.Number => IsInteger(value) ? ValueKindSet.Integer : ValueKindSet.Fraction,
        JsonValueKind.True or JsonValueKind.False => ValueKindSet.Boolean,
        JsonValueKind.Array => ValueKindSet.Array,
        JsonValueKind.Object => ValueKindSet.Object,
        JsonValueKind.Null => ValueKindSet.Null,
        _ => ValueKindSet.None,
    };

    // 1.0 and 1e2 are integers (JSON Schema, section 4.2.3).
    private static bool IsInteger(JsonElement number) => number.TryGetInt64(out _) || Math.Floor(number.GetDouble()) == number.GetDouble();

    /// <summary>The type with a name; none if JSON Schema does not know it.</summary>
    public static ValueKindSet Of(string name) => name switch
    {
        "string" => ValueKindSet.String,
        "integer" => ValueKindSet.Integer,
        "number" => ValueKindSet.Number,
        "boolean" => ValueKindSet.Boolean,
        "array" => ValueKindSet.Array,
        "object" => ValueKindSet.Object,
        "null" => ValueKindSet.Null,
        _ => ValueKindSet.None,
    };
}
