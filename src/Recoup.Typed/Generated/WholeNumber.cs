using System.Globalization;

namespace Recoup.Typed.Generated;

/// <summary>
/// Reads a JSON number that is a whole number, however it is spelled. The digits decide, because a conversion to decimal or double would
/// round. The time is linear in the length of the text.
/// </summary>
internal static class WholeNumber
{
    // The digits of the largest long.
    private const int MaxDigits = 19;

    /// <summary>Reads a number that follows the grammar of JSON; false if it has a fraction or is out of range.</summary>
    public static bool TryParse(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        var mark = number.IndexOfAny((byte)'e', (byte)'E');
        var (magnitude, digits, places, exponent) = (0UL, 0, 0, 0L);
        var isFraction = false;
        foreach (var c in mark < 0 ? number : number[..mark])
        {
            isFraction |= c == '.';
            if (c is (byte)'-' or (byte)'.')
                continue;
            exponent -= isFraction ? 1 : 0;
            places++;
            if (c == '0')
                continue;
            digits = magnitude == 0 ? 1 : digits + places;
            if (digits > MaxDigits)
                return false;
            magnitude = Shift(magnitude, places) + c - '0';
            places = 0;
        }

        if (magnitude == 0)
            return true;
        if (mark >= 0)
        {
            if (!int.TryParse(number[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power))
                return false;
            exponent += power;
        }

        // The zeros at the end are part of the exponent.
        exponent += places;
        if (exponent < 0 || digits + exponent > MaxDigits)
            return false;
        magnitude = Shift(magnitude, (int)exponent);
        var isNegative = number[0] == '-';
        if (magnitude > (isNegative ? 1UL << 63 : long.MaxValue))
            return false;
        value = unchecked(isNegative ? -(long)magnitude : (long)magnitude);
        return true;
    }

    private static ulong Shift(ulong magnitude, int places)
    {
        for (; magnitude > 0 && places > 0; places--)
            magnitude *= 10;
        return magnitude;
    }
}
