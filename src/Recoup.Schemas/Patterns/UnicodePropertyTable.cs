using System.Collections.Concurrent;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// The Unicode properties for <c>\p{…}</c>: general categories, scripts and binary properties of the Unicode Character Database. The
/// embedded resource has one line per property: the names, separated by commas, a colon, and the ranges of <see cref="RangeText"/>.
/// </summary>
internal static class UnicodePropertyTable
{
    private static readonly Lazy<Dictionary<string, string>> Lines = new(Read);
    private static readonly ConcurrentDictionary<string, CodePointSet> Sets = new(StringComparer.Ordinal);

    public static CodePointSet? Find(string name)
    {
        // The cache is bounded, because all keys come from the resource.
        return Lines.Value.TryGetValue(name, out var line) ? Sets.GetOrAdd(line, text => CodePointSet.Union(RangeText.Read(text))) : null;
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
}
