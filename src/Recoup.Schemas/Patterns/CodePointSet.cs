namespace Recoup.Schemas.Patterns;

/// <summary>A set of Unicode code points: sorted ranges that neither touch nor overlap.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private static readonly CodePointSet[] Ascii =
        [.. Enumerable.Range(0, 0x80).Select(point => new CodePointSet([(point, point)]))];

    private readonly (int From, int To)[] _ranges;

    /// <summary>The members below U+0080 as bits, because most text is ASCII.</summary>
    private readonly ulong _low;
    private readonly ulong _high;

    private CodePointSet((int From, int To)[] ranges)
    {
        _ranges = ranges;
        foreach (var (from, to) in ranges)
        {
            for (var point = from; point <= to && point < 0x80; point++)
            {
                if (point < 64)
                    _low |= 1UL << point;
                else
                    _high |= 1UL << (point - 64);
            }
        }
    }

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

    public IReadOnlyList<(int From, int To)> Ranges => _ranges;

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

        return new CodePointSet([.. merged]);
    }

    public CodePointSet Complement()
    {
        var gaps = new List<(int From, int To)>();
        var next = 0;
        foreach (var (from, to) in _ranges)
        {
            if (from > next)
                gaps.Add((next, from - 1));
            next = to + 1;
        }

        if (next <= Last)
            gaps.Add((next, Last));
        return new CodePointSet([.. gaps]);
    }

    /// <summary>The set of one code point.</summary>
    public static CodePointSet Single(int point) => point < 0x80 ? Ascii[point] : new CodePointSet([(point, point)]);

    public bool Contains(int point)
    {
        if (point < 0x80)
            return ((point < 64 ? _low >> point : _high >> (point - 64)) & 1) != 0;
        var low = 0;
        var high = _ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (point > _ranges[middle].To)
                low = middle + 1;
            else if (point < _ranges[middle].From)
                high = middle - 1;
            else
                return true;
        }

        return false;
    }
}
