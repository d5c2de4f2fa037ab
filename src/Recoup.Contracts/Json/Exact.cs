using System.Globalization;
using System.Numerics;

namespace Recoup.Contracts.Json;

/// <summary>An exact decimal number: digits × 10^exponent, without trailing zeros in the digits.</summary>
internal readonly record struct Exact
{
    private const int MostExponent = 400;

    private Exact(BigInteger digits, int exponent) => (Digits, Exponent) = (digits, exponent);

    public static Exact Zero { get; } = new(0, 0);

    public static Exact One { get; } = new(1, 0);

    public static Exact Half { get; } = new(5, -1);

    public BigInteger Digits { get; }

    public int Exponent { get; }

    public bool IsInteger => Exponent >= 0;

    /// <summary>One unit of the digit after the last one: the step to a number just above or below.</summary>
    public Exact Step => new(1, Math.Min(Exponent, 0) - 1);

    /// <summary>Reads a JSON number. Returns false if its exponent or its length is too large to compute with.</summary>
    public static bool TryParse(string json, out Exact number)
    {
        number = default;
        var e = json.AsSpan().IndexOfAny('e', 'E');
        var exponent = 0;
        if (e >= 0 && !int.TryParse(json.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        var text = e < 0 ? json : json[..e];
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            exponent -= text.Length - point - 1;
        if (Math.Abs((long)exponent) > MostExponent || text.Length > 2 * MostExponent)
            return false;
        number = Of(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), exponent);
        return true;
    }

    public static Exact Of(BigInteger digits, int exponent = 0)
    {
        if (digits.IsZero)
            return Zero;
        while (true)
        {
            var quotient = BigInteger.DivRem(digits, 10, out var rest);
            if (!rest.IsZero)
                return new Exact(digits, exponent);
            (digits, exponent) = (quotient, exponent + 1);
        }
    }

    public int Compare(Exact other)
    {
        var (left, right, _) = Align(this, other);
        return left.CompareTo(right);
    }

    public Exact Plus(Exact other)
    {
        var (left, right, exponent) = Align(this, other);
        return Of(left + right, exponent);
    }

    public Exact Minus(Exact other)
    {
        var (left, right, exponent) = Align(this, other);
        return Of(left - right, exponent);
    }

    public Exact Times(BigInteger factor) => Of(Digits * factor, Exponent);

    /// <summary>Whether this number is an integer multiple of <paramref name="divisor"/>.</summary>
    public bool IsMultipleOf(Exact divisor)
    {
        if (divisor.Digits.IsZero)
            return false;
        var (left, right, _) = Align(this, divisor);
        return (left % right).IsZero;
    }

    /// <summary>The floor of the quotient of this number and a step.</summary>
    public BigInteger Quotient(Exact step)
    {
        var (left, right, _) = Align(this, step);
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return rest.Sign * right.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least integer that is not less than this number.</summary>
    public BigInteger Ceiling() => -new Exact(-Digits, Exponent).Floor();

    /// <summary>The greatest integer that is not greater than this number.</summary>
    public BigInteger Floor()
    {
        if (Exponent >= 0)
            return Digits * BigInteger.Pow(10, Exponent);
        var quotient = BigInteger.DivRem(Digits, BigInteger.Pow(10, -Exponent), out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least common multiple: every multiple of both numbers is a multiple of it.</summary>
    public static Exact LeastCommonMultiple(Exact one, Exact other)
    {
        var (left, right, exponent) = Align(one, other);
        return Of(left / BigInteger.GreatestCommonDivisor(left, right) * right, exponent);
    }

    /// <summary>The number as JSON.</summary>
    public override string ToString()
    {
        if (Exponent is > 20 or < -20)
            return Digits.ToString(CultureInfo.InvariantCulture) + "e" + Exponent.ToString(CultureInfo.InvariantCulture);
        if (Exponent >= 0)
            return (Digits * BigInteger.Pow(10, Exponent)).ToString(CultureInfo.InvariantCulture);
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(1 - Exponent, '0');
        return (Digits.Sign < 0 ? "-" : "") + digits[..^-Exponent] + "." + digits[^-Exponent..];
    }

    private static (BigInteger Left, BigInteger Right, int Exponent) Align(Exact left, Exact right)
    {
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return (left.Digits * BigInteger.Pow(
            10, left.Exponent - exponent), right.Digits * BigInteger.Pow(10, right.Exponent - exponent), exponent);
    }
}
