using static Recoup.Schemas.Formats.BidiClasses;

namespace Recoup.Schemas.Formats;

/// <summary>The Bidi rule: RFC 5893, section 2.</summary>
internal static class BidiRule
{
    private const BidiClasses RightToLeft = R | AL | AN;
    private const BidiClasses Neutral = ES | CS | ET | ON | BN | NSM;

    /// <summary>Checks the labels of a name, with its A-labels decoded. If one is right-to-left, the rule applies to all of them.</summary>
    public static bool IsMatch(IReadOnlyCollection<List<int>> labels) => !labels.Any(IsRightToLeft) || labels.All(IsLabel);

    // RFC 5893, section 1.4.
    private static bool IsRightToLeft(List<int> label) => label.Exists(point => (BidiClassTable.Of(point) & RightToLeft) != 0);

    private static bool IsLabel(List<int> label)
    {
        var all = None;
        var last = None;
        foreach (var point in label)
        {
            var current = BidiClassTable.Of(point);
            if (current == None)
                return false;
            all |= current;
            if (current != NSM)
                last = current;
        }

        return BidiClassTable.Of(label[0]) switch
        {
            // Conditions 1 to 4.
            R or AL => (all & ~(RightToLeft | EN | Neutral)) == 0 && (last & (RightToLeft | EN)) != 0 && (all & (EN | AN)) != (EN | AN),

            // Conditions 1, 5 and 6.
            L => (all & ~(L | EN | Neutral)) == 0 && (last & (L | EN)) != 0,
            _ => false,
        };
    }
}
