using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Keywords;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Creates numbers within all bounds that are multiples of all divisors. They are computed exactly, in units of the smallest power of ten
/// involved.
/// </summary>
internal static class NumberSampler
{
    private const int MostDigits = 400;
    private const int Spread = 10;

    /// <summary>The largest step between two multiples.</summary>
    private static readonly BigInteger Largest = BigInteger.Pow(10, 10 * MostDigits);

    public static JsonElement? Make(SampleShape shape, SampleRandom random, bool isInteger, SampleBudget budget)
    {
        var range = shape.Formats.Range;
        isInteger |= range is { IsInteger: true };
        var divisors = shape.Of<MultipleOfKeyword.Assertion>().Select(assertion => assertion.Divisor).ToList();
        var lower = Bounds(shape.Of<MinimumKeyword.Assertion>().Select(assertion => assertion.Bound), 0)
            .Concat(Bounds(shape.Of<ExclusiveMinimumKeyword.Assertion>().Select(assertion => assertion.Bound), 1)).ToList();
        var upper = Bounds(shape.Of<MaximumKeyword.Assertion>().Select(assertion => assertion.Bound), 0)
            .Concat(Bounds(shape.Of<ExclusiveMaximumKeyword.Assertion>().Select(assertion => assertion.Bound), 1)).ToList();

        var literals = divisors.Concat(lower.Concat(upper).Select(bound => bound.Literal)).ToList();
        if (literals.Exists(literal => Math.Abs(literal.Exponent) > MostDigits))
            return null;

        // One more digit than any of the numbers has, to leave room between two bounds.
        var exponent = (int)Math.Min(0, literals.Select(literal => literal.Exponent).DefaultIfEmpty(0).Min()) - 1;
        var step = isInteger ? BigInteger.Pow(10, -exponent) : BigInteger.One;
        foreach (var divisor in divisors.Select(divisor => Scale(divisor, exponent)))
        {
            // The steps grow with the square of the digits.
            step = step / BigInteger.GreatestCommonDivisor(step, divisor) * divisor;
            if (step > Largest || !budget.Take(MostDigits))
                return null;
        }

        BigInteger? least = lower.Count == 0 ? null : lower.Max(bound => Scale(bound.Literal, exponent) + bound.Excluded);
        BigInteger? most = upper.Count == 0 ? null : upper.Min(bound => Scale(bound.Literal, exponent) - bound.Excluded);

        var one = BigInteger.Pow(10, -exponent);
        if (range is not null)
            Clamp(range, one, Spread * step, ref least, ref most);

        // Without a divisor, prefer a whole number.
        var picked = divisors.Count == 0 && !isInteger ? Pick(one, least, most, random) : null;
        picked ??= Pick(step, least, most, random);
        if (range is not null && !(picked >= range.Least * one && picked <= range.Most * one))
        {
            budget.GiveUp(shape.Formats.RangeSource!, "format", $"expected {range.Meaning} within the bounds, found none");
            return null;
        }

        return picked is { } number ? SampleJson.OfNumber(Format(number, exponent)) : null;
    }

    // Bounds of the format count only next to a bound of the schema: without it, small numbers are preferred.
    private static void Clamp(NumberRange range, BigInteger one, BigInteger reach, ref BigInteger? least, ref BigInteger? most)
    {
        var (bottom, top) = (range.Least * one, range.Most * one);
        if (least is { } from)
        {
            least = BigInteger.Max(from, bottom);
            most = BigInteger.Min(most ?? top, top);
        }
        else if (most - reach < bottom)
        {
            least = bottom;
        }
    }

    private static IEnumerable<(NumberLiteral Literal, int Excluded)> Bounds(IEnumerable<NumberLiteral> literals, int excluded) =>
        literals.Select(literal => (literal, excluded));

    private static BigInteger? Pick(BigInteger step, BigInteger? least, BigInteger? most, SampleRandom random)
    {
        var lowest = least is { } from ? Ceiling(from, step) : (BigInteger?)null;
        var highest = most is { } to ? -Ceiling(-to, step) : (BigInteger?)null;
        if (lowest is null && highest is null)
            return step * (1 + random.Next(Spread));
        if (lowest is null)
            return highest!.Value > 0
                ? BigInteger.Min(highest.Value, step * (1 + random.Next(Spread)))
                : highest.Value - step * random.Next(Spread);
        if (highest is { } top && top < lowest)
            return null;
        var picked = lowest.Value + step * random.Next(Spread);
        return highest is { } limit && picked > limit ? limit : picked;
    }

    private static BigInteger Ceiling(BigInteger value, BigInteger step)
    {
        var quotient = BigInteger.DivRem(value, step, out var remainder);
        return (remainder.Sign > 0 ? quotient + 1 : quotient) * step;
    }

    private static BigInteger Scale(NumberLiteral literal, int exponent) =>
        (literal.Number.IsNegative ? -literal.Digits : literal.Digits) * BigInteger.Pow(10, (int)(literal.Exponent - exponent));

    private static string Format(BigInteger value, int exponent)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(1 - exponent, '0');
        var point = digits.Length + exponent;
        var fraction = digits.Substring(point).TrimEnd('0');
        return $"{(value.Sign < 0 ? "-" : "")}{digits.Substring(0, point)}{(fraction.Length == 0 ? "" : $".{fraction}")}";
    }
}
