using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>A JSON value that is a number or true or false. It may also hold null.</summary>
/// <remarks>
/// Values of these types convert to it implicitly. <see cref="From"/> converts values whose type is known only at run time.
/// </remarks>
[JsonConverter(typeof(ParameterJsonConverter))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "From is the named alternative of the conversions.")]
public readonly struct NumberOrBoolean : IScalarUnion<NumberOrBoolean>, INullableScalar
{
    private readonly ScalarValue _value;

    private NumberOrBoolean(ScalarValue value) => _value = value;

    /// <summary>Whether the value is null. So is <c>default</c>.</summary>
    public bool IsNull => _value.IsNull;

    static ScalarKinds IScalarUnion<NumberOrBoolean>.Kinds => ScalarKinds.Number | ScalarKinds.Boolean;

    ScalarValue IScalarUnion<NumberOrBoolean>.Value => _value;

    ScalarValue INullableScalar.Value => _value;

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(sbyte value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(byte value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(short value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(ushort value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(int value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(uint value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(long value) => new(ScalarValue.Of(value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator NumberOrBoolean(ulong value) => new(ScalarValue.Of(value));

    /// <summary>Converts a number in its shortest form. It must be finite when it is sent.</summary>
    public static implicit operator NumberOrBoolean(float value) => new(ScalarValue.Of(value));

    /// <summary>Converts a number. It must be finite when it is sent.</summary>
    public static implicit operator NumberOrBoolean(double value) => new(ScalarValue.Of(value));

    /// <summary>Converts a number, which keeps its digits.</summary>
    public static implicit operator NumberOrBoolean(decimal value) => new(ScalarValue.Of(value));

    /// <summary>Converts true or false.</summary>
    public static implicit operator NumberOrBoolean(bool value) => new(ScalarValue.Of(value));

    /// <summary>Refuses a character, which C# would convert to a number.</summary>
    [Obsolete("A character is not a number. For its code, cast it to int first.", error: true)]
    public static implicit operator NumberOrBoolean(char value) => default;

    /// <summary>Converts a union that accepts less.</summary>
    public static implicit operator NumberOrBoolean(IntegerOrBoolean value) => new(((INullableScalar)value).Value);

    /// <summary>Whether both hold the same value. Numbers of different types are equal if their values are.</summary>
    public static bool operator ==(NumberOrBoolean left, NumberOrBoolean right) => left.Equals(right);

    /// <summary>Whether they hold different values.</summary>
    public static bool operator !=(NumberOrBoolean left, NumberOrBoolean right) => !left.Equals(right);

    /// <summary>Converts a value whose type is known only at run time.</summary>
    /// <param name="value">
    /// A value of a type that converts to this one, boxed; a JSON scalar; null or <see cref="DBNull"/>.
    /// </param>
    /// <exception cref="ArgumentException">The value has another type.</exception>
    public static NumberOrBoolean From(object? value) => ScalarText.From<NumberOrBoolean>(value, nameof(value));

    /// <summary>Converts rows whose cells have types that are known only at run time, such as rows of a database.</summary>
    /// <param name="rows">The rows. Each cell is a value that <see cref="From"/> accepts.</param>
    /// <exception cref="ArgumentException">A cell has another type. The message contains its row and column.</exception>
    public static IReadOnlyList<IReadOnlyList<NumberOrBoolean?>> Rows(IEnumerable<IEnumerable<object?>> rows) =>
        ScalarText.Rows<NumberOrBoolean>(rows);

    static NumberOrBoolean IScalarUnion<NumberOrBoolean>.Of(ScalarValue value) => new(value);

    void IParameterValue.WriteTo(CallWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Item(_value);
    }

    /// <inheritdoc/>
    public bool Equals(NumberOrBoolean other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NumberOrBoolean other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The text, or the number or boolean as JSON spells it; empty for null.</summary>
    public override string ToString() => _value.ToString();
}
