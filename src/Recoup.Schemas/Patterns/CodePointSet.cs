namespace Recoup.Schemas.Patterns;

/// <summary>A set of Unicode code points: sorted ranges that neither touch nor overlap.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private CodePointSet(IReadOnlyList<(int From, int To)> ranges) => Ranges = ranges;

    public static CodePointSet None { get; } = new([]);

    public static CodePointSet All { get; } = Of((0, Last));

    /// <summary><c>\d</c></summary>
    public static CodePointSet Digits { get; } = Of(('0', '9'));

    /// <summary><c>\w</c></summary>
    public static CodePointSet Word { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary><c>\s</c>: WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3.</summary>
    public static CodePointSet Space { get; } = Of(
        (0x9, 0xD), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
        (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF));

    /// <summary><c>.</c>: all but line terminators.</summary>
    public static CodePointSet Dot { get; } = Of((0xA, 0xA), (0xD, 0xD), (0x2028, 0x2029)).Complement();

    public IReadOnlyList<(int From, int To)> Ranges { get; }

    public static CodePointSet Of(params (int From, int To)[] ranges) => Union(ranges);

    public static CodePointSet Union(IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var range in ranges.OrderBy(range => range.From))
        {
            var last = merged.Count - 1;
            if (last >= 0 && range.From <= merged[last].To + 1)
                merged[last] = (merged[last].From, Math.Max(merged[last].To, range.To));
            else
                merged.Add(range);
        }

        return new CodePointSet(merged);
    }

    public CodePointSet Complement()
    {
        var gaps = new List<(int, int)>();
        var next = 0;
        foreach (var (from, to) in Ranges)
        {
            if (from > next)
                gaps.Add((next, from - 1));
            next = to + 1;
        }

        if (next <= Last)
            gaps.Add((next, Last));
        return new CodePointSet(gaps);
    }

    public bool Contains(int point)
    {
        foreach (var (from, to) in Ranges)
        {
            if (point <= to)
                return point >= from;
        }

        return false;
    }
}
