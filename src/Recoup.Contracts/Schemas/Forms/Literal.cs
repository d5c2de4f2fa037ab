using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A value that a schema lists. Different spellings of a value are equal.</summary>
internal sealed class Literal : IEquatable<Literal>
{
    public Literal(JsonElement value)
    {
        Value = value;
        Key = CanonicalJson.Of(value);
        Kind = ValueKindTable.OfValue(value);
    }

    public JsonElement Value { get; }

    public string Key { get; }

    public ValueKinds Kind { get; }

    public bool Equals(Literal? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Literal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
