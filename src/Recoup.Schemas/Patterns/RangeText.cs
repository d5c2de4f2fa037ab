namespace Recoup.Schemas.Patterns;

/// <summary>Reads ranges of code points as the embedded tables have them: alternately the lengths of gaps and ranges, in base 36.</summary>
internal static class RangeText
{
    public static IEnumerable<(int From, int To)> Read(string text)
    {
        var numbers = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var next = 0;
        for (var i = 0; i + 1 < numbers.Length; i += 2)
        {
            var from = next + Number(numbers[i]);
            next = from + Number(numbers[i + 1]);
            yield return (from, next - 1);
        }
    }

    private static int Number(string text)
    {
        var value = 0;
        foreach (var digit in text)
            value = value * 36 + (digit <= '9' ? digit - '0' : digit - 'a' + 10);
        return value;
    }
}
