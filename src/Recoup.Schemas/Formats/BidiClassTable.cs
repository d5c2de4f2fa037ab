using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Formats;

/// <summary>
/// The Bidi_Class of each code point, from Unicode 17.0.0, with the defaults for unassigned code points. The embedded resource has one line
/// per class: the name, a colon, and the ranges of <see cref="RangeText"/>. No label may have the classes that it leaves out: B, S, WS and
/// the explicit formatting characters.
/// </summary>
internal static class BidiClassTable
{
    private static readonly Lazy<(int From, int To, BidiClasses Class)[]> Ranges = new(Read);

    public static BidiClasses Of(int point)
    {
        var ranges = Ranges.Value;
        var low = 0;
        var high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (point < ranges[middle].From)
                high = middle - 1;
            else if (point > ranges[middle].To)
                low = middle + 1;
            else
                return ranges[middle].Class;
        }

        return BidiClasses.None;
    }

    private static (int From, int To, BidiClasses Class)[] Read()
    {
        using var stream = typeof(BidiClassTable).Assembly.GetManifestResourceStream("BidiClasses.txt")!;
        using var reader = new StreamReader(stream);
        var ranges = new List<(int From, int To, BidiClasses Class)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(':');
            if (Enum.TryParse<BidiClasses>(parts[0], out var name))
                ranges.AddRange(RangeText.Read(parts[1]).Select(range => (range.From, range.To, name)));
        }

        return [.. ranges.OrderBy(range => range.From)];
    }
}
