using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A generated union of shapes. Called by generated code.</summary>
/// <typeparam name="TSelf">The type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnion<TSelf> : IParameterValue, IEquatable<TSelf>
    where TSelf : struct, IUnion<TSelf>
{
    /// <summary>Creates a union that holds a value.</summary>
    /// <param name="value">The value.</param>
    static abstract TSelf Of(UnionValue value);

    /// <summary>The value that the union holds.</summary>
    UnionValue Value { get; }

    void IParameterValue.WriteTo(CallWriter call) => Value.WriteTo(call, typeof(TSelf).Name);

    JsonConverter IParameterValue.CreateConverter() => new UnionConverter<TSelf>();

    bool IEquatable<TSelf>.Equals(TSelf other) => Value.Equals(other.Value);
}
