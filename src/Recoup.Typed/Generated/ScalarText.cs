using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using static System.FormattableString;

namespace Recoup.Typed.Generated;

/// <summary>Reads scalars from text, JSON, and values whose type is known only at run time.</summary>
internal static class ScalarText
{
    // A decimal has at least 28 digits; one more character is the point.
    private const int ExactLength = 29;

    public static string Expected(ScalarKinds kinds)
    {
        var words = new List<string>();
        if ((kinds & ScalarKinds.Text) != 0)
            words.Add("a string");
        if ((kinds & ScalarKinds.Integer) != 0)
            words.Add("an integer");
        if ((kinds & ScalarKinds.Number) != 0)
            words.Add("a number");
        if ((kinds & ScalarKinds.Boolean) != 0)
            words.Add("true or false");
        return string.Join(", ", words.SkipLast(1)) + " or " + words[^1];
    }

    /// <summary>Reads text: as it is if the union accepts strings, else as JSON spells numbers, and as .NET spells booleans.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, ScalarKinds kinds, out ScalarValue value)
    {
        value = default;
        if ((kinds & ScalarKinds.Text) != 0)
            value = ScalarValue.Of(text.ToString());
        else if ((kinds & ScalarKinds.Boolean) != 0 && bool.TryParse(text, out var flag))
            value = ScalarValue.Of(flag);
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            value = ScalarValue.Of(integer);
        else if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var large))
            value = ScalarValue.Of(large);
        else if ((kinds & ScalarKinds.Number) != 0
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            value = ScalarValue.Of(number);
        }

        return !value.IsNull;
    }

    /// <summary>Reads a JSON scalar; false for another type, or a number that is out of range.</summary>
    public static bool TryRead(JsonElement json, ScalarKinds kinds, out ScalarValue value)
    {
        value = default;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.String when ResultValue.Text(json, out var text):
                value = ScalarValue.Of(text);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                value = ScalarValue.Of(json.ValueKind == JsonValueKind.True);
                break;
            case JsonValueKind.Number:
                value = Number(json, kinds);
                break;
            default:
                return false;
        }

        return (value.Kinds & kinds) != 0;
    }

    /// <summary>Converts a value whose type is known only at run time.</summary>
    /// <exception cref="ArgumentException">The union does not accept values of this type.</exception>
    public static T From<T>(object? value, string parameter)
        where T : struct, IScalarUnion<T>
    {
        if (TryConvert(value, T.Kinds, out var scalar))
            return T.Of(scalar);
        throw new ArgumentException(
            $"Expected {Expected(T.Kinds)}, or null, got {Describe(value!)}. Convert the value first.", parameter);
    }

    /// <summary>Converts the cells of rows.</summary>
    /// <exception cref="ArgumentException">A row is null, or a cell has a type that the union does not accept.</exception>
    public static IReadOnlyList<IReadOnlyList<T?>> Rows<T>(IEnumerable<IEnumerable<object?>> rows)
        where T : struct, IScalarUnion<T>
    {
        ArgumentNullException.ThrowIfNull(rows);
        var converted = new List<IReadOnlyList<T?>>();
        foreach (var row in rows)
        {
            if (row is null)
                throw new ArgumentException(Invariant($"Row {converted.Count}: expected a row, got null."), nameof(rows));
            var cells = new List<T?>();
            foreach (var cell in row)
            {
                if (!TryConvert(cell, T.Kinds, out var scalar))
                {
                    var place = Invariant($"Row {converted.Count}, column {cells.Count} (both count from 0)");
                    throw new ArgumentException(
                        $"{place}: expected {Expected(T.Kinds)}, or null, got {Describe(cell!)}. Convert the value first.", nameof(rows));
                }

                cells.Add(scalar.IsNull ? null : T.Of(scalar));
            }

            converted.Add(cells);
        }

        return converted;
    }

    private static bool TryConvert(object? value, ScalarKinds kinds, out ScalarValue scalar)
    {
        switch (value)
        {
            case null or DBNull:
                scalar = default;
                return true;
            case JsonElement json:
                return TryRead(json, kinds, out scalar);
            case JsonValue json when json.TryGetValue<JsonElement>(out var element):
                return TryRead(element, kinds, out scalar);
            case JsonValue json when json.TryGetValue<string>(out var text):
                return TryConvert(text, kinds, out scalar);
            case JsonValue json when json.TryGetValue<char>(out var character):
                return TryConvert(character, kinds, out scalar);
            case JsonValue json:
                return TryRead(JsonElement.Parse(json.ToJsonString()), kinds, out scalar);
            case INullableScalar other:
                scalar = other.Value;
                return scalar.IsNull || (scalar.Kinds & kinds) != 0;
            case IParameterValue other:
                using (var document = CallWriter.ToDocument(other, other.GetType().Name, static (call, other) => other.WriteTo(call)))
                    return TryRead(document.RootElement, kinds, out scalar);
            default:
                scalar = OfBoxed(value);
                return (scalar.Kinds & kinds) != 0;
        }
    }

    // Null if the type has no conversion.
    private static ScalarValue OfBoxed(object value) => value switch
    {
        string text => ScalarValue.Of(text),
        char character => ScalarValue.Of(character),
        bool flag => ScalarValue.Of(flag),
        sbyte number => ScalarValue.Of((long)number),
        byte number => ScalarValue.Of((long)number),
        short number => ScalarValue.Of((long)number),
        ushort number => ScalarValue.Of((long)number),
        int number => ScalarValue.Of((long)number),
        uint number => ScalarValue.Of((long)number),
        long number => ScalarValue.Of(number),
        ulong number => ScalarValue.Of(number),
        float number => ScalarValue.Of(number),
        double number => ScalarValue.Of(number),
        decimal number => ScalarValue.Of(number),
        DateTime time => ScalarValue.Of(time),
        DateTimeOffset time => ScalarValue.Of(time),
        DateOnly date => ScalarValue.Of(date),
        TimeOnly time => ScalarValue.Of(time),
        Guid id => ScalarValue.Of(id),
        Enum member => ScalarValue.Of(member),
        _ => default,
    };

    private static ScalarValue Number(JsonElement json, ScalarKinds kinds)
    {
        if (json.TryGetInt64(out var integer) || ((kinds & ScalarKinds.Integer) != 0 && ResultValue.Integer(json, out integer)))
            return ScalarValue.Of(integer);
        if (json.TryGetUInt64(out var large))
            return ScalarValue.Of(large);
        var isNumber = ResultValue.Number(json, out var number);
        var text = json.GetRawText();
        if (isNumber && ParameterText.Of(number) == text)
            return ScalarValue.Of(number);
        if (text.Length <= ExactLength && !text.AsSpan().ContainsAny('e', 'E') && json.TryGetDecimal(out var exact))
            return ScalarValue.Of(exact);
        return isNumber ? ScalarValue.Of(number) : default;
    }

    private static string Describe(object value) => value switch
    {
        JsonElement json => "JSON of the type " + json.ValueKind,
        JsonNode json => "JSON of the type " + json.GetValueKind(),
        _ => Invariant($"'{value}' of the type {value.GetType()}"),
    };
}
