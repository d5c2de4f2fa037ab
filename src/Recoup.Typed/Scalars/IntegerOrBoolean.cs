using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>A JSON value that is an integer or true or false. It may also hold null.</summary>
/// <remarks>
/// Values of these types convert to it implicitly. <see cref="From"/> converts values whose type is known only at run time.
/// </remarks>
[JsonConverter(typeof(ParameterJsonConverter))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "From is the named alternative of the conversions.")]
public readonly struct IntegerOrBoolean : IScalarUnion<IntegerOrBoolean>, INullableScalar
{
    private readonly ScalarValue _value;

    private IntegerOrBoolean(ScalarValue value) => _value = value;

    /// <summary>Whether the value is null. So is <c>default</c>.</summary>
    public bool IsNull => _value.IsNull;

    static ScalarKinds IScalarUnion<IntegerOrBoolean>.Kinds => ScalarKinds.Integer | ScalarKinds.Boolean;

    ScalarValue IScalarUnion<IntegerOrBoolean>.Value => _value;

    ScalarValue INullableScalar.Value => _value;

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(sbyte value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(byte value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(short value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(ushort value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(int value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(uint value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(long value) => new(ScalarValue.Of(value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator IntegerOrBoolean(ulong value) => new(ScalarValue.Of(value));

    /// <summary>Converts true or false.</summary>
    public static implicit operator IntegerOrBoolean(bool value) => new(ScalarValue.Of(value));

    /// <summary>Refuses a character, which C# would convert to a number.</summary>
    [Obsolete("A character is not a number. For its code, cast it to int first.", error: true)]
    public static implicit operator IntegerOrBoolean(char value) => default;

    /// <summary>Whether both hold the same value. Numbers of different types are equal if their values are.</summary>
    public static bool operator ==(IntegerOrBoolean left, IntegerOrBoolean right) => left.Equals(right);

    /// <summary>Whether they hold different values.</summary>
    public static bool operator !=(IntegerOrBoolean left, IntegerOrBoolean right) => !left.Equals(right);

    /// <summary>Converts a value whose type is known only at run time.</summary>
    /// <param name="value">
    /// A value of a type that converts to this one, boxed; a JSON scalar; null or <see cref="DBNull"/>.
    /// </param>
    /// <exception cref="ArgumentException">The value has another type.</exception>
    public static IntegerOrBoolean From(object? value) => ScalarText.From<IntegerOrBoolean>(value, nameof(value));

    /// <summary>Converts rows whose cells have types that are known only at run time, such as rows of a database.</summary>
    /// <param name="rows">The rows. Each cell is a value that <see cref="From"/> accepts.</param>
    /// <exception cref="ArgumentException">A cell has another type. The message contains its row and column.</exception>
    public static IReadOnlyList<IReadOnlyList<IntegerOrBoolean?>> Rows(IEnumerable<IEnumerable<object?>> rows) =>
        ScalarText.Rows<IntegerOrBoolean>(rows);

    static IntegerOrBoolean IScalarUnion<IntegerOrBoolean>.Of(ScalarValue value) => new(value);

    void IParameterValue.WriteTo(CallWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Item(_value);
    }

    /// <inheritdoc/>
    public bool Equals(IntegerOrBoolean other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntegerOrBoolean other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The text, or the number or boolean as JSON spells it; empty for null.</summary>
    public override string ToString() => _value.ToString();
}
