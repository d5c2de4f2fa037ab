using System.Globalization;

namespace Recoup.Catalogs.Json;

/// <summary>Compares numbers of JSON by their value: <c>1</c>, <c>1.0</c> and <c>1e0</c> are equal, at any size.</summary>
internal static class NumberText
{
    // Far beyond any number that is used, and far below an overflow.
    private const long MaxExponent = 1L << 52;

    public static bool AreEqual(string left, string right) => left == right || Normalize(left) == Normalize(right);

    /// <summary>The number as ±0.digits × 10^exponent, without zeros around the digits.</summary>
    private static (bool IsNegative, string Digits, long Exponent) Normalize(string number)
    {
        var isNegative = number[0] == '-';
        var end = number.IndexOfAny(['e', 'E']);
        var exponent = 0L;
        if (end >= 0 && (!long.TryParse(number[(end + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || exponent is < -MaxExponent or > MaxExponent))
            return (isNegative, number, 0);
        var mantissa = number[(isNegative ? 1 : 0)..(end < 0 ? number.Length : end)];
        var point = mantissa.IndexOf('.');
        var digits = mantissa.Replace(".", "");
        var significant = digits.TrimStart('0');
        exponent += (point < 0 ? mantissa.Length : point) - (digits.Length - significant.Length);
        significant = significant.TrimEnd('0');
        return significant.Length == 0 ? (false, "", 0) : (isNegative, significant, exponent);
    }
}
