using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Schemas;

namespace Recoup.Binding.Types;

/// <summary>Reads the bounds that are checked when a value is written. A bound that the C# type cannot violate is left out.</summary>
internal static class Constraints
{
    public static EquatableArray<ConstraintModel> OfScalar(PositionedElement schema, ScalarKind kind) => kind switch
    {
        ScalarKind.Integer or ScalarKind.Number => new(Numbers(schema, kind)),
        ScalarKind.Text =>
            new(Counts(schema, ("minLength", ConstraintKind.MinLength), ("maxLength", ConstraintKind.MaxLength)).Concat(Patterns(schema))),
        _ => default,
    };

    public static EquatableArray<ConstraintModel> OfArray(PositionedElement schema) =>
        new(Counts(schema, ("minItems", ConstraintKind.MinItems), ("maxItems", ConstraintKind.MaxItems)));

    private static IEnumerable<ConstraintModel> Numbers(PositionedElement schema, ScalarKind kind)
    {
        // Draft 4: a boolean that sharpens minimum and maximum.
        var sharpMinimum = schema["exclusiveMinimum"].AsBoolean() == true;
        var sharpMaximum = schema["exclusiveMaximum"].AsBoolean() == true;
        var bounds = new[]
        {
            Bound(schema["minimum"], sharpMinimum ? ConstraintKind.ExclusiveMinimum : ConstraintKind.Minimum, kind),
            Bound(schema["exclusiveMinimum"], ConstraintKind.ExclusiveMinimum, kind),
            Bound(schema["maximum"], sharpMaximum ? ConstraintKind.ExclusiveMaximum : ConstraintKind.Maximum, kind),
            Bound(schema["exclusiveMaximum"], ConstraintKind.ExclusiveMaximum, kind),
        };
        return bounds.OfType<ConstraintModel>();
    }

    private static ConstraintModel? Bound(PositionedElement bound, ConstraintKind constraint, ScalarKind kind)
    {
        if (bound.ValueKind != JsonValueKind.Number)
            return null;
        if (kind == ScalarKind.Integer)
        {
            return Integer(bound) is { } integer
                ? new ConstraintModel(constraint, integer.ToString(CultureInfo.InvariantCulture))
                : null;
        }

        return Double(bound) is { } text ? new ConstraintModel(constraint, text) : null;
    }

    /// <summary>Whether a double holds a number without rounding it.</summary>
    public static bool IsDouble(PositionedElement number) => Double(number) is not null;

    private static string? Double(PositionedElement number) =>
        double.TryParse(number.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value.ToString("R", CultureInfo.InvariantCulture) is var text && IsExact(text, number.RawText)
            ? text
            : null;

    // 1.0 and 1e1 are integers, too. A bound with a fraction is left to the server.
    private static long? Integer(PositionedElement number) =>
        decimal.TryParse(number.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue
            && IsExact(value.ToString(CultureInfo.InvariantCulture), number.RawText)
            ? (long)value
            : null;

    // A bound that is rounded is another bound: 1e-400 is not zero, but zero is the nearest double.
    private static bool IsExact(string rounded, string number) => Decimal(rounded) is { } digits && digits == Decimal(number);

    // Digits without zeros around them, times a power of ten.
    private static (bool IsNegative, string Digits, long Exponent)? Decimal(string number)
    {
        var parts = number.Split('e', 'E');
        var exponent = 0L;
        if (parts.Length > 1 && !long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return null;
        var mantissa = parts[0].TrimStart('-').Split('.');
        var digits = string.Concat(mantissa).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
            return (false, "", 0);
        exponent += digits.Length - significant.Length - (mantissa.Length > 1 ? mantissa[1].Length : 0);
        return (number[0] == '-', significant, exponent);
    }

    // A pattern .NET cannot run is left to the server.
    private static IEnumerable<ConstraintModel> Patterns(PositionedElement schema)
    {
        if (schema["pattern"].AsString() is { } pattern && SchemaPattern.TryTranslate(pattern, out var regex))
            yield return new ConstraintModel(ConstraintKind.Pattern, pattern, regex);
    }

    private static IEnumerable<ConstraintModel> Counts(PositionedElement schema, params (string Keyword, ConstraintKind Kind)[] keywords)
    {
        foreach (var (keyword, kind) in keywords)
        {
            if (schema[keyword].ValueKind == JsonValueKind.Number && Integer(schema[keyword]) is { } count and >= 0 and <= int.MaxValue)
                yield return new ConstraintModel(kind, count.ToString(CultureInfo.InvariantCulture));
        }
    }
}
