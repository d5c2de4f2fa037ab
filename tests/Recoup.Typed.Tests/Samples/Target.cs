using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Samples;

/// <summary>A union of shapes as the generator writes it.</summary>
[JsonConverter(typeof(ParameterJsonConverter))]
[SuppressMessage("Usage", "CA2225", Justification = "Generated code, which analyzers skip.")]
public readonly struct Target : IUnion<Target>
{
    private readonly UnionValue _value;

    private Target(UnionValue value) => _value = value;

    UnionValue IUnion<Target>.Value => _value;

    public static implicit operator Target(string value) => new(UnionValue.Of(value));

    public static implicit operator Target(long value) => new(UnionValue.Of(value));

    public static implicit operator Target(double value) => new(UnionValue.Of(value));

    public static implicit operator Target(bool value) => new(UnionValue.Of(value));

    public static implicit operator Target(Detail value) => new(UnionValue.Of(value));

    public static implicit operator Target(Person value) => new(UnionValue.Of(value));

    public static implicit operator Target(string[] value) => new(UnionValue.Of(value, static (call, value) =>
    {
        call.StartArray();
        foreach (var item in (string[])value)
            call.Item(item);
        call.EndArray();
    }));

    public static bool operator ==(Target left, Target right) => left._value == right._value;

    public static bool operator !=(Target left, Target right) => left._value != right._value;

    static Target IUnion<Target>.Of(UnionValue value) => new(value);

    public override bool Equals(object? obj) => obj is Target other && other == this;

    public override int GetHashCode() => _value.GetHashCode();

    public override string ToString() => _value.ToString();

    void IParameterValue.WriteTo(CallWriter call) => _value.WriteTo(call, "Target");
}
