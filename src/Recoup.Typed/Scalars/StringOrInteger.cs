using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>A JSON value that is a string or an integer. It may also hold null.</summary>
/// <remarks>
/// Values of these types convert to it implicitly. <see cref="From"/> converts values whose type is known only at run time.
/// </remarks>
[JsonConverter(typeof(ParameterJsonConverter))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Usage", "CA2225", Justification = "From is the named alternative of the conversions.")]
public readonly struct StringOrInteger : IScalarUnion<StringOrInteger>, INullableScalar
{
    private readonly ScalarValue _value;

    private StringOrInteger(ScalarValue value) => _value = value;

    /// <summary>Whether the value is null. So is <c>default</c>.</summary>
    public bool IsNull => _value.IsNull;

    static ScalarKinds IScalarUnion<StringOrInteger>.Kinds => ScalarKinds.Text | ScalarKinds.Integer;

    ScalarValue IScalarUnion<StringOrInteger>.Value => _value;

    ScalarValue INullableScalar.Value => _value;

    /// <summary>Converts text. Null text is held as null.</summary>
    public static implicit operator StringOrInteger(string? value) => new(ScalarValue.Of(value));

    /// <summary>Converts a character to text.</summary>
    public static implicit operator StringOrInteger(char value) => new(ScalarValue.Of(value));

    /// <summary>Converts a date and time to text as in ISO 8601: UTC ends with <c>Z</c>, and an unspecified kind has no offset.</summary>
    public static implicit operator StringOrInteger(DateTime value) => new(ScalarValue.Of(value));

    /// <summary>Converts a date and time to text as in RFC 3339.</summary>
    public static implicit operator StringOrInteger(DateTimeOffset value) => new(ScalarValue.Of(value));

    /// <summary>Converts a date to text, <c>yyyy-MM-dd</c>.</summary>
    public static implicit operator StringOrInteger(DateOnly value) => new(ScalarValue.Of(value));

    /// <summary>Converts a time to text, <c>HH:mm:ss</c> and the fraction.</summary>
    public static implicit operator StringOrInteger(TimeOnly value) => new(ScalarValue.Of(value));

    /// <summary>Converts a UUID to text of 36 characters.</summary>
    public static implicit operator StringOrInteger(Guid value) => new(ScalarValue.Of(value));

    /// <summary>Converts an enum to its name. Null is held as null.</summary>
    public static implicit operator StringOrInteger(Enum? value) => new(ScalarValue.Of(value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(sbyte value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(byte value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(short value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(ushort value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(int value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(uint value) => new(ScalarValue.Of((long)value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(long value) => new(ScalarValue.Of(value));

    /// <summary>Converts an integer.</summary>
    public static implicit operator StringOrInteger(ulong value) => new(ScalarValue.Of(value));

    /// <summary>Whether both hold the same value. Numbers of different types are equal if their values are.</summary>
    public static bool operator ==(StringOrInteger left, StringOrInteger right) => left.Equals(right);

    /// <summary>Whether they hold different values.</summary>
    public static bool operator !=(StringOrInteger left, StringOrInteger right) => !left.Equals(right);

    /// <summary>Converts a value whose type is known only at run time.</summary>
    /// <param name="value">
    /// A value of a type that converts to this one, boxed; a JSON scalar; null or <see cref="DBNull"/>.
    /// </param>
    /// <exception cref="ArgumentException">The value has another type.</exception>
    public static StringOrInteger From(object? value) => ScalarText.From<StringOrInteger>(value, nameof(value));

    /// <summary>Converts rows whose cells have types that are known only at run time, such as rows of a database.</summary>
    /// <param name="rows">The rows. Each cell is a value that <see cref="From"/> accepts.</param>
    /// <exception cref="ArgumentException">A cell has another type. The message contains its row and column.</exception>
    public static IReadOnlyList<IReadOnlyList<StringOrInteger?>> Rows(IEnumerable<IEnumerable<object?>> rows) =>
        ScalarText.Rows<StringOrInteger>(rows);

    static StringOrInteger IScalarUnion<StringOrInteger>.Of(ScalarValue value) => new(value);

    void IParameterValue.WriteTo(CallWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Item(_value);
    }

    /// <inheritdoc/>
    public bool Equals(StringOrInteger other) => _value.Equals(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StringOrInteger other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <summary>The text, or the number or boolean as JSON spells it; empty for null.</summary>
    public override string ToString() => _value.ToString();
}
