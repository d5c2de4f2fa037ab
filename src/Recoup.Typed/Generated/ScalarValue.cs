using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>The value of a union of scalars: text, a number, true, false or null. Null is the default.</summary>
/// <remarks>
/// Numbers are equal if their values are, whatever their types. A number that is no <see cref="double"/> keeps all of its digits.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ScalarValue : IEquatable<ScalarValue>
{
    // The reference is the text, a boxed decimal, or the marker that gives the type of the bits.
    private readonly object? _reference;
    private readonly long _bits;

    private ScalarValue(object? reference, long bits = 0) => (_reference, _bits) = (reference, bits);

    public bool IsNull => _reference is null;

    /// <summary>The text, or null if the value is something else.</summary>
    public string? Text => _reference as string;

    /// <summary>The kinds that accept the value; none for null.</summary>
    public ScalarKinds Kinds => _reference switch
    {
        null => ScalarKinds.None,
        string => ScalarKinds.Text,
        Marker { Kind: MarkerKind.Integer or MarkerKind.Unsigned } => ScalarKinds.Integer | ScalarKinds.Number,
        Marker { Kind: MarkerKind.Boolean } => ScalarKinds.Boolean,
        _ => ScalarKinds.Number,
    };

    /// <summary>Whether JSON has no form of the value: infinity and NaN.</summary>
    public bool IsNotFinite => _reference == Marker.Number && !double.IsFinite(Double);

    private double Double => BitConverter.Int64BitsToDouble(_bits);

    private bool IsNumber => (Kinds & ScalarKinds.Number) != 0;

    public static ScalarValue Of(string? value) => new(value);

    public static ScalarValue Of(char value) => new(value.ToString());

    public static ScalarValue Of(long value) => new(Marker.Integer, value);

    public static ScalarValue Of(ulong value) =>
        value <= long.MaxValue ? Of((long)value) : new ScalarValue(Marker.Unsigned, unchecked((long)value));

    public static ScalarValue Of(double value) => new(Marker.Number, BitConverter.DoubleToInt64Bits(value));

    // A cast would add digits: 0.1f is 0.10000000149011612 as a double.
    public static ScalarValue Of(float value) => Of(float.IsFinite(value) ? Nearest(value) : value);

    public static ScalarValue Of(decimal value) => new(value);

    public static ScalarValue Of(bool value) => new(Marker.Boolean, value ? 1 : 0);

    public static ScalarValue Of(DateTime value) => new(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));

    public static ScalarValue Of(DateTimeOffset value) => new(ParameterText.Of(value));

    public static ScalarValue Of(DateOnly value) => new(ParameterText.Of(value));

    public static ScalarValue Of(TimeOnly value) => new(value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public static ScalarValue Of(Guid value) => new(ParameterText.Of(value));

    public static ScalarValue Of(Enum? value) => new(value?.ToString());

    /// <summary>Writes the value as JSON. It must be finite.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        switch (_reference)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case Marker { Kind: MarkerKind.Integer }:
                json.WriteNumberValue(_bits);
                break;
            case Marker { Kind: MarkerKind.Unsigned }:
                json.WriteNumberValue(unchecked((ulong)_bits));
                break;
            case Marker { Kind: MarkerKind.Boolean }:
                json.WriteBooleanValue(_bits != 0);
                break;
            default:
                json.WriteNumberValue(Double);
                break;
        }
    }

    public bool Equals(ScalarValue other)
    {
        if (IsNumber && other.IsNumber)
        {
            return _reference == Marker.Number || other._reference == Marker.Number
                ? ToDouble().Equals(other.ToDouble())
                : ToDecimal() == other.ToDecimal();
        }

        return _bits == other._bits && Equals(_reference, other._reference);
    }

    public override bool Equals(object? obj) => obj is ScalarValue other && Equals(other);

    public override int GetHashCode() => _reference switch
    {
        null => 0,
        string text => OpenEnum.Hash(text),
        _ when IsNumber => ToDouble().GetHashCode(),
        _ => _bits.GetHashCode(),
    };

    public override string ToString() => _reference switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        Marker { Kind: MarkerKind.Integer } => ParameterText.Of(_bits),
        Marker { Kind: MarkerKind.Unsigned } => unchecked((ulong)_bits).ToString(CultureInfo.InvariantCulture),
        Marker { Kind: MarkerKind.Boolean } => ParameterText.Of(_bits != 0),
        _ => ParameterText.Of(Double),
    };

    // A cast of a decimal is not always the nearest double.
    private static double Nearest<T>(T number)
        where T : ISpanFormattable
    {
        Span<char> digits = stackalloc char[64];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return double.Parse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private double ToDouble() => _reference switch
    {
        decimal number => Nearest(number),
        Marker { Kind: MarkerKind.Integer } => _bits,
        Marker { Kind: MarkerKind.Unsigned } => unchecked((ulong)_bits),
        _ => Double,
    };

    private decimal ToDecimal() => _reference switch
    {
        decimal number => number,
        Marker { Kind: MarkerKind.Integer } => _bits,
        _ => unchecked((ulong)_bits),
    };

    private enum MarkerKind
    {
        Integer,
        Unsigned,
        Number,
        Boolean,
    }

    private sealed class Marker(MarkerKind kind)
    {
        public static readonly Marker Integer = new(MarkerKind.Integer);
        public static readonly Marker Unsigned = new(MarkerKind.Unsigned);
        public static readonly Marker Number = new(MarkerKind.Number);
        public static readonly Marker Boolean = new(MarkerKind.Boolean);

        public MarkerKind Kind { get; } = kind;
    }
}
