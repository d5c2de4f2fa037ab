using System.Numerics;
using System.Text.Json;

namespace Recoup.Contracts.Normalization;

/// <summary>The kinds by name and by value.</summary>
internal static class KindTable
{
    public static IReadOnlyList<Kinds> Each { get; } =
        [Kinds.Null, Kinds.Boolean, Kinds.Object, Kinds.Array, Kinds.Integer, Kinds.Fraction, Kinds.String];

    public static Kinds OfName(string? name) => name switch
    {
        "null" => Kinds.Null,
        "boolean" => Kinds.Boolean,
        "object" => Kinds.Object,
        "array" => Kinds.Array,
        "integer" => Kinds.Integer,
        "number" => Kinds.Number,
        "string" => Kinds.String,
        _ => Kinds.None,
    };

    public static Kinds OfValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Kinds.Null,
        JsonValueKind.True or JsonValueKind.False => Kinds.Boolean,
        JsonValueKind.Object => Kinds.Object,
        JsonValueKind.Array => Kinds.Array,
        JsonValueKind.String => Kinds.String,
        _ => Exact.TryParse(value.GetRawText(), out var number) && !number.IsInteger ? Kinds.Fraction : Kinds.Integer,
    };

    /// <summary>The names of kinds, as <c>type</c> would list them.</summary>
    public static IEnumerable<string> Names(Kinds kinds)
    {
        if ((kinds & Kinds.Array) != 0)
            yield return "array";
        if ((kinds & Kinds.Boolean) != 0)
            yield return "boolean";
        if ((kinds & Kinds.Number) == Kinds.Integer)
            yield return "integer";
        if ((kinds & Kinds.Null) != 0)
            yield return "null";
        if ((kinds & Kinds.Fraction) != 0)
            yield return "number";
        if ((kinds & Kinds.Object) != 0)
            yield return "object";
        if ((kinds & Kinds.String) != 0)
            yield return "string";
    }

    public static bool IsSingle(Kinds kinds) => BitOperations.IsPow2((uint)kinds);
}
