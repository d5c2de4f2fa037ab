using System.Buffers;
using System.Numerics;
using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>
/// A view of a number's JSON text, exact at any size: significant digits × 10^exponent. Nothing is converted, so nothing is rounded,
/// overflows or allocates.
/// </summary>
internal readonly ref struct JsonNumber
{
    /// <summary>Larger exponents might not fit into a long. A number with such an exponent equals only its own text.</summary>
    private const long HugeExponent = 1_000_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> _digits;

    private JsonNumber(ReadOnlySpan<byte> digits, int digitCount, long exponent, bool isNegative)
    {
        _digits = digits;
        DigitCount = digitCount;
        Exponent = exponent;
        IsNegative = isNegative;
    }

    /// <summary>The number of significant digits, without leading and trailing zeros. 0 for zero itself.</summary>
    public int DigitCount { get; }

    /// <summary>The power of ten of the last significant digit.</summary>
    public long Exponent { get; }

    public bool IsNegative { get; }

    public bool IsZero => DigitCount == 0;

    public bool IsInteger => Exponent >= 0;

    /// <summary>Whether the exponent is too large to compute with.</summary>
    public bool IsHuge => Exponent is >= HugeExponent or <= -HugeExponent;

    /// <summary>The power of ten of the first significant digit, plus one.</summary>
    private long Magnitude => DigitCount + Exponent;

    public static JsonNumber Parse(JsonElement number) => Parse(Utf8Json.RawValue(number));

    public static JsonNumber Parse(ReadOnlySpan<byte> raw)
    {
        var isNegative = raw[0] == '-';
        if (isNegative)
            raw = raw.Slice(1);

        var exponent = 0L;
        var e = raw.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = ReadExponent(raw.Slice(e + 1));
            raw = raw.Slice(0, e);
        }

        var point = raw.IndexOf((byte)'.');
        var first = raw.IndexOfAnyExceptZeroOrPoint();
        if (first < 0)
            return default;

        var last = raw.LastIndexOfAnyExceptZeroOrPoint();
        var digits = raw.Slice(first, last - first + 1);
        var hasPoint = point > first && point < last;

        // The place of the last significant digit, which is negative to the right of the point.
        var place = point < 0 ? raw.Length - 1 - last : last < point ? point - 1 - last : point - last;
        return new JsonNumber(digits, digits.Length - (hasPoint ? 1 : 0), exponent + place, isNegative);
    }

    /// <summary>Whether a number is written as an integer: without fraction and exponent.</summary>
    public static bool IsIntegerLiteral(ReadOnlySpan<byte> raw)
    {
        // Most numbers are so short that a vectorized search costs more.
        foreach (var character in raw)
        {
            if (character is (byte)'.' or (byte)'e' or (byte)'E')
                return false;
        }

        return true;
    }

    /// <summary>Reads an integer of at most 18 digits, written without fraction and exponent.</summary>
    public static bool TryReadInt64(ReadOnlySpan<byte> raw, out long value)
    {
        value = 0;
        var isNegative = raw[0] == '-';
        if (isNegative)
            raw = raw.Slice(1);
        if (raw.Length > 18)
            return false;
        foreach (var digit in raw)
        {
            var part = (uint)(digit - '0');
            if (part > 9)
                return false;
            value = value * 10 + part;
        }

        if (isNegative)
            value = -value;
        return true;
    }

    public bool TryReadCount(out int count)
    {
        count = 0;
        if (IsNegative || !IsInteger)
            return false;

        // No instance has a count above int.MaxValue.
        if (Magnitude > 10)
        {
            count = int.MaxValue;
            return true;
        }

        var value = 0L;
        foreach (var digit in _digits)
        {
            if (digit != '.')
                value = value * 10 + (digit - '0');
        }

        for (var i = 0; i < Exponent && !IsZero; i++)
            value *= 10;
        count = (int)Math.Min(value, int.MaxValue);
        return true;
    }

    public int Compare(JsonNumber other)
    {
        if (IsZero || other.IsZero || IsNegative != other.IsNegative)
            return Sign.CompareTo(other.Sign);
        var magnitudes = CompareMagnitude(other);
        return IsNegative ? -magnitudes : magnitudes;
    }

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private int CompareMagnitude(JsonNumber other)
    {
        if (Magnitude != other.Magnitude)
            return Magnitude.CompareTo(other.Magnitude);

        var mine = 0;
        var theirs = 0;
        while (mine < _digits.Length && theirs < other._digits.Length)
        {
            if (_digits[mine] == '.')
                mine++;
            if (other._digits[theirs] == '.')
                theirs++;
            if (_digits[mine] != other._digits[theirs])
                return _digits[mine].CompareTo(other._digits[theirs]);
            mine++;
            theirs++;
        }

        return DigitCount.CompareTo(other.DigitCount);
    }

    /// <summary>Whether this is an integral multiple of a nonzero divisor.</summary>
    public bool IsMultipleOf(NumberLiteral divisor)
    {
        if (IsZero)
            return true;

        // a×10^x is a multiple of b×10^y only if x ≥ y, because a does not end in zero. Then b must divide a×10^(x-y).
        var shift = Exponent - divisor.Exponent;
        if (shift < 0)
            return false;
        return divisor.SmallDigits is { } small
            ? Remainder(small, shift) == 0
            : (Remainder(divisor.Digits) * BigInteger.ModPow(10, shift, divisor.Digits) % divisor.Digits).IsZero;
    }

    private ulong Remainder(ulong divisor, long shift)
    {
        var remainder = 0UL;
        foreach (var digit in _digits)
        {
            if (digit != '.')
                remainder = (remainder * 10 + (ulong)(digit - '0')) % divisor;
        }

        // Products fit, because the divisor is below 2^32.
        var power = 10 % divisor;
        for (; shift > 0; shift >>= 1)
        {
            if ((shift & 1) != 0)
                remainder = remainder * power % divisor;
            power = power * power % divisor;
        }

        return remainder % divisor;
    }

    private BigInteger Remainder(BigInteger divisor)
    {
        const ulong Chunk = 1_000_000_000_000_000_000;
        var remainder = BigInteger.Zero;
        var part = 0UL;
        var scale = 1UL;
        foreach (var digit in _digits)
        {
            if (digit == '.')
                continue;
            part = part * 10 + (ulong)(digit - '0');
            scale *= 10;
            if (scale < Chunk)
                continue;
            remainder = (remainder * scale + part) % divisor;
            part = 0;
            scale = 1;
        }

        return (remainder * scale + part) % divisor;
    }

    /// <summary>The significant digits as an integer. Use this only for numbers in schemas, whose length is limited.</summary>
    public BigInteger ToDigits()
    {
        var digits = BigInteger.Zero;
        foreach (var digit in _digits)
        {
            if (digit != '.')
                digits = digits * 10 + (digit - '0');
        }

        return digits;
    }

    /// <summary>Equal numbers have equal hashes, however they are written.</summary>
    public int Hash()
    {
        var point = _digits.IndexOf((byte)'.');
        var digits = point < 0 ? TextHash.Of(_digits) : HashWithoutPoint(point);
        return unchecked(((int)Exponent * 31 + (IsNegative ? 7 : 3)) * 31 + digits);
    }

    private int HashWithoutPoint(int point)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(_digits.Length);
        _digits.Slice(0, point).CopyTo(buffer);
        _digits.Slice(point + 1).CopyTo(buffer.AsSpan(point));
        var hash = TextHash.Of(buffer.AsSpan(0, _digits.Length - 1));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }

    private static long ReadExponent(ReadOnlySpan<byte> raw)
    {
        var isNegative = raw[0] == '-';
        if (raw[0] is (byte)'-' or (byte)'+')
            raw = raw.Slice(1);
        var exponent = 0L;
        foreach (var digit in raw)
            exponent = exponent >= HugeExponent / 10 ? HugeExponent : exponent * 10 + (digit - '0');

        // Doubled, so that the digits before or after the point cannot bring it below the limit again.
        if (exponent == HugeExponent)
            exponent *= 2;
        return isNegative ? -exponent : exponent;
    }
}
