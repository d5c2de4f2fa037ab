using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Recoup.Typed.Generated;

/// <summary>The value of a generated union: one value of one branch. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnionValue : IEquatable<UnionValue>
{
    // The reference is the value itself, or the marker that gives the type of the bits.
    private readonly object? _reference;
    private readonly Action<CallWriter, object>? _write;
    private readonly long _bits;

    private UnionValue(object? reference, long bits, Action<CallWriter, object>? write) =>
        (_reference, _bits, _write) = (reference, bits, write);

    private enum Marker
    {
        Integer,
        Number,
        Boolean,
    }

    /// <summary>Holds a string.</summary>
    public static UnionValue Of(string value) => new(value ?? throw new ArgumentNullException(nameof(value)), 0, null);

    /// <summary>Holds an integer.</summary>
    public static UnionValue Of(long value) => new(Markers.Integer, value, null);

    /// <summary>Holds a number.</summary>
    public static UnionValue Of(double value) => new(Markers.Number, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>Holds a boolean.</summary>
    public static UnionValue Of(bool value) => new(Markers.Boolean, value ? 1 : 0, null);

    /// <summary>Holds a value of a generated type.</summary>
    public static UnionValue Of(IParameterValue value) => new(value ?? throw new ArgumentNullException(nameof(value)), 0, null);

    /// <summary>Holds a value of any other type, and how to write it.</summary>
    public static UnionValue Of(object value, Action<CallWriter, object> write) =>
        new(value ?? throw new ArgumentNullException(nameof(value)), 0, write);

    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer of the call.</param>
    /// <param name="type">The name of the union, for the message if it holds nothing.</param>
    public void WriteTo(CallWriter writer, string type)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (_reference)
        {
            case null:
                writer.ThrowUnset(type);
                break;
            case Marker.Integer:
                writer.Value(_bits);
                break;
            case Marker.Number:
                writer.Value(BitConverter.Int64BitsToDouble(_bits));
                break;
            case Marker.Boolean:
                writer.Value(_bits != 0);
                break;
            case string text:
                writer.Value(text);
                break;
            case IParameterValue value:
                value.WriteTo(writer);
                break;
            default:
                _write!(writer, _reference);
                break;
        }
    }

    /// <summary>Enumerates the items of a list; empty if the union holds something else.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    public IEnumerator<T> Items<T>() => (_reference as IEnumerable<T> ?? []).GetEnumerator();

    /// <summary>Whether both hold the same value.</summary>
    public static bool operator ==(UnionValue left, UnionValue right) => left.Equals(right);

    /// <summary>Whether they hold different values.</summary>
    public static bool operator !=(UnionValue left, UnionValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(UnionValue other) => _bits == other._bits && Equals(_reference, other._reference);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UnionValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_reference, _bits);

    /// <summary>The value as text.</summary>
    public override string ToString() => _reference switch
    {
        null => "",
        Marker.Integer => JsonValue.Create(_bits).ToJsonString(),
        Marker.Number => JsonValue.Create(BitConverter.Int64BitsToDouble(_bits)).ToJsonString(),
        Marker.Boolean => _bits != 0 ? "true" : "false",
        _ => _reference.ToString() ?? "",
    };

    private static class Markers
    {
        public static readonly object Integer = Marker.Integer;
        public static readonly object Number = Marker.Number;
        public static readonly object Boolean = Marker.Boolean;
    }
}
