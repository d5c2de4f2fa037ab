using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A value that a schema lists. Different spellings of a value are equal.</summary>
internal sealed class Literal : IEquatable<Literal>
{
    public const string UnknownNumber = "one of its numbers has too many digits, or too large an exponent, to compute with";
    public const string HalfPair = "one of its texts has half of a surrogate pair, or U+FFFD in its place";

    /// <exception cref="UndecidedException">The value has a number or a text that cannot be compared.</exception>
    public Literal(JsonElement value)
    {
        if (HasUnknownNumber(value))
            throw new UndecidedException(UnknownNumber);
        Value = value;
        Key = CanonicalJson.TryOf(value) ?? throw new UndecidedException(HalfPair);
        Kind = ValueKindTable.OfValue(value);
    }

    public JsonElement Value { get; }

    public string Key { get; }

    public ValueKinds Kind { get; }

    public bool Equals(Literal? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Literal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private static bool HasUnknownNumber(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => !Exact.TryParse(value.GetRawText(), out _),
        JsonValueKind.Array => value.EnumerateArray().Any(HasUnknownNumber),
        JsonValueKind.Object => value.EnumerateObject().Any(member => HasUnknownNumber(member.Value)),
        _ => false,
    };
}
