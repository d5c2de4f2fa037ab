using System.Text.Json;

namespace Recoup.Contracts.Normalization;

/// <summary>A value that a schema names, equal to others however they are spelled.</summary>
internal sealed class Literal : IEquatable<Literal>
{
    public Literal(JsonElement value)
    {
        Value = value;
        Key = CanonicalJson.Of(value);
        Kind = KindTable.OfValue(value);
    }

    public JsonElement Value { get; }

    public string Key { get; }

    public Kinds Kind { get; }

    public bool Equals(Literal? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Literal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
