using System.ComponentModel;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>The value of a generated union: one value of one branch. Called by generated code.</summary>
/// <remarks>
/// Two values are equal if they hold equal values, or else if a call would send equal JSON. So a value that was read from JSON is equal to
/// the one that was written.
/// </remarks>
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

    /// <summary>Holds a value that was read from JSON. It is written as it is.</summary>
    /// <exception cref="ArgumentException">The element was never assigned.</exception>
    public static UnionValue Of(JsonElement value) => value.ValueKind == JsonValueKind.Undefined
        ? throw new ArgumentException("Expected JSON, got a JsonElement without a value.", nameof(value))
        : new(value, 0, null);

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
                writer.Item(_bits);
                break;
            case Marker.Number:
                writer.Item(BitConverter.Int64BitsToDouble(_bits));
                break;
            case Marker.Boolean:
                writer.Item(_bits != 0);
                break;
            case string text:
                writer.Item(text);
                break;
            case IParameterValue value:
                value.WriteTo(writer);
                break;
            case JsonElement json:
                writer.Item(json);
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
    public bool Equals(UnionValue other)
    {
        if (_bits == other._bits && Equals(_reference, other._reference))
            return true;
        if (_reference is null || other._reference is null || (_reference is string && other._reference is string))
            return false;
        return TryJson(out var left) && other.TryJson(out var right) && JsonElement.DeepEquals(left, right);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UnionValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _reference switch
    {
        null => 0,
        string text => OpenEnum.Hash(text),
        _ => TryJson(out var json) ? Hash(json) : 0,
    };

    /// <summary>The text of a scalar; the JSON of any other value.</summary>
    public override string ToString()
    {
        if (_reference is null or string)
            return (string?)_reference ?? "";
        if (!TryJson(out var json))
            return _reference.ToString() ?? "";
        return json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
    }

    // Equal JSON may differ in its spelling: 1 and 1.0, the order of members.
    private static int Hash(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => OpenEnum.Hash(json.GetString()),
        JsonValueKind.Number => json.GetDouble().GetHashCode(),
        JsonValueKind.Array => json.GetArrayLength(),
        var kind => kind.GetHashCode(),
    };

    // A value that a check refuses, or that is not valid text, has no JSON.
    private bool TryJson(out JsonElement json)
    {
        try
        {
            using var document = CallWriter.ToDocument(this, "", static (call, value) => value.WriteTo(call, ""));
            json = document.RootElement.Clone();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            json = default;
            return false;
        }
    }

    private static class Markers
    {
        public static readonly object Integer = Marker.Integer;
        public static readonly object Number = Marker.Number;
        public static readonly object Boolean = Marker.Boolean;
    }
}
