using System.Buffers;
using System.Text;
using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Learning.Shapes;

/// <summary>
/// Reads values into shapes, straight from the bytes of a recording: nothing is allocated for a value of a known shape. The stack is
/// bounded by <see cref="ShapeLimits.Depth"/>.
/// </summary>
internal static class ShapeReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    // Every number of so few characters fits a long.
    private const int SafeDigits = 18;
    private const int LongestNumber = 64;

    /// <summary>Reads one value.</summary>
    /// <param name="json">The value as UTF-8. It must be valid JSON.</param>
    /// <param name="shape">The shape that the value is joined into.</param>
    /// <param name="replaced">The replaced values below this one, or null.</param>
    /// <param name="budget">The members that may still be added.</param>
    public static void Read(ReadOnlySpan<byte> json, Shape shape, ReplacedValues? replaced, ShapeBudget budget)
    {
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        Read(ref reader, shape, replaced, budget, 0);
        if (budget.IsExceeded)
            shape.BecomeAnything();
    }

    private static void Read(ref Utf8JsonReader reader, Shape shape, ReplacedValues? replaced, ShapeBudget budget, int depth)
    {
        if (shape.IsAnything)
        {
            shape.See(ShapeKinds.Anything);
            reader.Skip();
            return;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when depth >= ShapeLimits.Depth:
                budget.IsTooDeep = true;
                shape.See(ShapeKinds.Anything);
                shape.BecomeAnything();
                reader.Skip();
                break;
            case JsonTokenType.StartObject:
                ReadObject(ref reader, shape.SeeObject(), replaced, budget, depth + 1);
                break;
            case JsonTokenType.StartArray:
                shape.SeeArray();
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                    Read(ref reader, shape.SeeItem(), replaced?.Below(i), budget, depth + 1);
                break;
            case JsonTokenType.String:
                ReadText(ref reader, shape.SeeText(), replaced?.IsReplaced == true);
                break;
            case JsonTokenType.Number:
                // A place that has had a fraction is a number, whatever else it has.
                shape.See((shape.Kinds & ShapeKinds.Fraction) != 0 || !IsLong(reader.ValueSpan) ? ShapeKinds.Fraction : ShapeKinds.Integer);
                break;
            case JsonTokenType.Null:
                shape.See(ShapeKinds.Null);
                break;
            default:
                shape.See(ShapeKinds.Boolean);
                break;
        }
    }

    private static void ReadObject(ref Utf8JsonReader reader, ObjectShape shape, ReplacedValues? replaced, ShapeBudget budget, int depth)
    {
        var number = shape.See();
        var next = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var below = replaced is null ? null : Below(ref reader, replaced);
            var value = reader.ValueIsEscaped
                ? SeeEscaped(ref reader, shape, number, ref next, budget)
                : See(reader.ValueSpan, shape, number, ref next, budget);
            reader.Read();
            if (value is null)
                reader.Skip();
            else
                Read(ref reader, value, below, budget, depth);
        }
    }

    // The shape of the member's values; null if there is no room for another member.
    private static Shape? See(ReadOnlySpan<byte> name, ObjectShape shape, long number, ref int next, ShapeBudget budget)
    {
        if (shape.Values is not null)
            return shape.Values;
        var member = shape.Find(name, ref next);
        if (member is null && MemberNames.IsData(name))
            return shape.BecomeMap();
        if (member is null && !budget.TrySpend())
            return null;
        member ??= shape.Add(name);
        if (member is null)
            return shape.Values;
        member.See(number);
        return member.Shape;
    }

    private static Shape? SeeEscaped(ref Utf8JsonReader reader, ObjectShape shape, long number, ref int next, ShapeBudget budget)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        var value = TryUnescape(ref reader, buffer, out var bytes)
            ? See(buffer.AsSpan(0, bytes), shape, number, ref next, budget)
            : shape.BecomeMap();
        ArrayPool<byte>.Shared.Return(buffer);
        return value;
    }

    private static void ReadText(ref Utf8JsonReader reader, TextShape text, bool isReplaced)
    {
        if (!reader.ValueIsEscaped)
        {
            text.See(reader.ValueSpan, isReplaced);
            return;
        }

        // Nothing more can be learned from a text that has no format and is no enum.
        if (text.Formats == TextFormats.None && text.Values is null)
        {
            text.SeeBroken();
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        if (TryUnescape(ref reader, buffer, out var bytes))
            text.See(buffer.AsSpan(0, bytes), isReplaced);
        else
            text.SeeBroken();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static bool TryUnescape(ref Utf8JsonReader reader, byte[] buffer, out int bytes)
    {
        try
        {
            bytes = reader.CopyString(buffer);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8: JSON's grammar allows both.
            bytes = 0;
            return false;
        }
    }

    private static ReplacedValues? Below(ref Utf8JsonReader reader, ReplacedValues replaced)
    {
        try
        {
            return replaced.Below(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsLong(ReadOnlySpan<byte> number)
    {
        if (number.Length <= SafeDigits && !number.ContainsAny(".eE"u8))
            return true;
        return number.Length <= LongestNumber
            && Exact.TryParse(Encoding.ASCII.GetString(number), out var exact)
            && exact.IsInteger
            && exact.Compare(Exact.Of(long.MinValue)) >= 0
            && exact.Compare(Exact.Of(long.MaxValue)) <= 0;
    }
}
