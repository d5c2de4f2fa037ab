using System.Collections.Concurrent;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// The Unicode properties for <c>\p{…}</c>: general categories, scripts and binary properties of the Unicode Character Database. The
/// embedded resource has one line per property: the names, separated by commas, a colon, and alternately the lengths of gaps and ranges, in
/// base 36.
/// </summary>
internal static class UnicodePropertyTable
{
    private static readonly Lazy<Dictionary<string, string>> Lines = new(Read);
    private static readonly ConcurrentDictionary<string, CodePointSet> Sets = new(StringComparer.Ordinal);

    public static CodePointSet? Find(string name)
    {
        // The cache is bounded, because all keys come from the resource.
        return Lines.Value.TryGetValue(name, out var line) ? Sets.GetOrAdd(line, Decode) : null;
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(UnicodePropertyTable).Assembly.GetManifestResourceStream("UnicodeProperties.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':');
            foreach (var name in line.Substring(0, colon).Split(','))
                lines[name] = line.Substring(colon + 1);
        }

        return lines;
    }

    private static CodePointSet Decode(string line)
    {
        var ranges = new List<(int, int)>();
        var numbers = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var next = 0;
        for (var i = 0; i + 1 < numbers.Length; i += 2)
        {
            var from = next + Number(numbers[i]);
            next = from + Number(numbers[i + 1]);
            ranges.Add((from, next - 1));
        }

        return CodePointSet.Union(ranges);
    }

    private static int Number(string text)
    {
        var value = 0;
        foreach (var digit in text)
            value = value * 36 + (digit <= '9' ? digit - '0' : digit - 'a' + 10);
        return value;
    }
}
