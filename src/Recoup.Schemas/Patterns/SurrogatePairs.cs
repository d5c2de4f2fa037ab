using System.Text;

namespace Recoup.Schemas.Patterns;

/// <summary>Writes ranges of code points above U+FFFF as alternatives of surrogate pairs.</summary>
internal static class SurrogatePairs
{
    private const int PairsPerHigh = 0x400;

    public static void Add(List<string> alternatives, int from, int to)
    {
        // The range is split into a part below the first full row of a high surrogate, the full rows, and a part above.
        var first = (from - 0x10000) / PairsPerHigh;
        var last = (to - 0x10000) / PairsPerHigh;
        if (first == last)
        {
            Add(alternatives, first, first, Low(from), Low(to));
            return;
        }

        if (Low(from) > 0)
            Add(alternatives, first, first++, Low(from), PairsPerHigh - 1);
        var top = Low(to);
        if (top < PairsPerHigh - 1)
            last--;
        if (first <= last)
            Add(alternatives, first, last, 0, PairsPerHigh - 1);
        if (top < PairsPerHigh - 1)
            Add(alternatives, last + 1, last + 1, 0, top);
    }

    private static int Low(int point) => (point - 0x10000) % PairsPerHigh;

    private static void Add(List<string> alternatives, int firstHigh, int lastHigh, int firstLow, int lastLow)
    {
        var text = new StringBuilder("[");
        PatternCharacter.Append(text, 0xD800 + firstHigh);
        PatternCharacter.Append(text.Append('-'), 0xD800 + lastHigh);
        PatternCharacter.Append(text.Append("]["), 0xDC00 + firstLow);
        PatternCharacter.Append(text.Append('-'), 0xDC00 + lastLow);
        alternatives.Add(text.Append(']').ToString());
    }
}
