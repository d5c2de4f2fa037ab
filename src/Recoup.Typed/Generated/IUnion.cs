using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>A generated union of shapes. Called by generated code.</summary>
/// <typeparam name="TSelf">The type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1033", Justification = "Only the library calls the default members; generated types stay small.")]
public interface IUnion<TSelf> : IParameterValue, IEquatable<TSelf>
    where TSelf : struct, IUnion<TSelf>
{
    /// <summary>Creates a union that holds a value.</summary>
    /// <param name="value">The value.</param>
    [SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic only; factories have this name everywhere here.")]
    static abstract TSelf Of(UnionValue value);

    /// <summary>The value that the union holds.</summary>
    UnionValue Value { get; }

    void IParameterValue.WriteTo(CallWriter writer) => Value.WriteTo(writer, typeof(TSelf).Name);

    JsonConverter IParameterValue.CreateConverter() => new UnionConverter<TSelf>();

    bool IEquatable<TSelf>.Equals(TSelf other) => Value.Equals(other.Value);
}
