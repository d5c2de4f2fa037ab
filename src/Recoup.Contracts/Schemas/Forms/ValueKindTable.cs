using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The kinds of values by name and by value.</summary>
internal static class ValueKindTable
{
    public static IReadOnlyList<ValueKinds> Each { get; } =
        [
            ValueKinds.Null,
            ValueKinds.Boolean,
            ValueKinds.Object,
            ValueKinds.Array,
            ValueKinds.Integer,
            ValueKinds.Fraction,
            ValueKinds.String,
        ];

    public static ValueKinds OfName(string? name) => name switch
    {
        "null" => ValueKinds.Null,
        "boolean" => ValueKinds.Boolean,
        "object" => ValueKinds.Object,
        "array" => ValueKinds.Array,
        "integer" => ValueKinds.Integer,
        "number" => ValueKinds.Number,
        "string" => ValueKinds.String,
        _ => ValueKinds.None,
    };

    public static ValueKinds OfValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => ValueKinds.Null,
        JsonValueKind.True or JsonValueKind.False => ValueKinds.Boolean,
        JsonValueKind.Object => ValueKinds.Object,
        JsonValueKind.Array => ValueKinds.Array,
        JsonValueKind.String => ValueKinds.String,
        _ => Exact.TryParse(value.GetRawText(), out var number) && !number.IsInteger ? ValueKinds.Fraction : ValueKinds.Integer,
    };

    /// <summary>The names of kinds, as the keyword <c>type</c> lists them.</summary>
    public static IEnumerable<string> Names(ValueKinds kinds)
    {
        if ((kinds & ValueKinds.Array) != 0)
            yield return "array";
        if ((kinds & ValueKinds.Boolean) != 0)
            yield return "boolean";
        if ((kinds & ValueKinds.Number) == ValueKinds.Integer)
            yield return "integer";
        if ((kinds & ValueKinds.Null) != 0)
            yield return "null";
        if ((kinds & ValueKinds.Fraction) != 0)
            yield return "number";
        if ((kinds & ValueKinds.Object) != 0)
            yield return "object";
        if ((kinds & ValueKinds.String) != 0)
            yield return "string";
    }

    public static bool IsSingle(ValueKinds kinds) => BitOperations.IsPow2((uint)kinds);
}
