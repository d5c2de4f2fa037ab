using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Formats;

/// <summary>
/// Checks a U-label of IDNA 2008: RFC 5892 (allowed code points and their context) and RFC 5891, section 4.2.3 (hyphens, combining marks).
/// </summary>
internal static class IdnLabel
{
    private const int Virama = 0x094D;

    private static readonly Lazy<CodePointSet> Letters = new(() => CodePointSet.Union(
        new[] { "Ll", "Lo", "Lm", "Mn", "Mc", "Nd" }.SelectMany(name => UnicodePropertyTable.Find(name)!.Ranges)));

    private static readonly Lazy<CodePointSet> Marks = new(() => UnicodePropertyTable.Find("M")!);
    private static readonly Lazy<CodePointSet> Ignorable = new(() => UnicodePropertyTable.Find("Default_Ignorable_Code_Point")!);
    private static readonly Lazy<CodePointSet> Greek = new(() => UnicodePropertyTable.Find("Script=Greek")!);
    private static readonly Lazy<CodePointSet> Hebrew = new(() => UnicodePropertyTable.Find("Script=Hebrew")!);
    private static readonly Lazy<CodePointSet> Kana = new(() => CodePointSet.Union(
        new[] { "Script=Hiragana", "Script=Katakana", "Script=Han" }.SelectMany(name => UnicodePropertyTable.Find(name)!.Ranges)));

    // Section 2.6: exceptions.
    private static readonly HashSet<int> Valid = [0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007];
    private static readonly HashSet<int> Disallowed = [0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B];

    // Letters of section 2.2 (unstable under compatibility normalization) and section 2.9 (old Hangul jamo).
    private static readonly CodePointSet Unstable = CodePointSet.Of(
        (0xAA, 0xAA), (0xB5, 0xB5), (0xBA, 0xBA), (0x132, 0x133), (0x13F, 0x140), (0x149, 0x149), (0x17F, 0x17F), (0x1C4, 0x1CC),
         (0x1F1, 0x1F3),
        (0x2B0, 0x2B8), (0x2E0, 0x2E4), (0x340, 0x341), (0x343, 0x345), (0x37A, 0x37A), (0x3D0, 0x3D6), (0x3F0, 0x3F2), (0x3F5, 0x3F5),
         (0x587, 0x587),
        (0x675, 0x678), (0x958, 0x95F), (0xE33, 0xE33), (0xEB3, 0xEB3), (0xEDC, 0xEDD), (0x1100, 0x11FF), (0x1D2C, 0x1D2E),
         (0x1D30, 0x1D3A), (0x1D3C, 0x1D4D),
        (0x1D4F, 0x1D6A), (0x1D78, 0x1D78), (0x1D9B, 0x1DBF), (0x1E9A, 0x1E9B), (0x2071, 0x2071), (0x207F, 0x207F), (0x2090, 0x209C),
         (0x2102, 0x2184),
        (0x3130, 0x318F), (0xA960, 0xA97F), (0xD7B0, 0xD7FF), (0xF900, 0xFAFF), (0xFB00, 0xFDFF), (0xFE70, 0xFEFF), (0xFF00, 0xFFEF),
         (0x1D400, 0x1D7FF),
        (0x1EE00, 0x1EEFF), (0x2F800, 0x2FA1F));

    public static bool IsMatch(List<int> label)
    {
        if (label.Count == 0 || label[0] == '-' || label[label.Count - 1] == '-' || label.Count >= 4 && label[2] == '-' && label[3] == '-')
            return false;
        if (Marks.Value.Contains(label[0]))
            return false;
        for (var i = 0; i < label.Count; i++)
        {
            if (!IsAllowed(label, i))
                return false;
        }

        return true;
    }

    private static bool IsAllowed(List<int> label, int at)
    {
        var point = label[at];
        return point switch
        {
            '-' or >= '0' and <= '9' or >= 'a' and <= 'z' => true,
            < 0x80 => false,

            // Appendix A: contextual rules.
            0x200C => at > 0 && IsVirama(label[at - 1]) || IsBetweenJoiners(label, at),
            0x200D => at > 0 && IsVirama(label[at - 1]),
            0xB7 => at > 0 && at + 1 < label.Count && label[at - 1] == 'l' && label[at + 1] == 'l',
            0x375 => at + 1 < label.Count && Greek.Value.Contains(label[at + 1]),
            0x5F3 or 0x5F4 => at > 0 && Hebrew.Value.Contains(label[at - 1]),
            0x30FB => label.Exists(Kana.Value.Contains),
            >= 0x660 and <= 0x669 => !label.Exists(other => other is >= 0x6F0 and <= 0x6F9),
            >= 0x6F0 and <= 0x6F9 => !label.Exists(other => other is >= 0x660 and <= 0x669),
            _ => Valid.Contains(point)
                || !Disallowed.Contains(point)
                    && !Unstable.Contains(point)
                    && !Ignorable.Value.Contains(point)
                    && Letters.Value.Contains(point),
        };
    }

    // Canonical combining class 9.
    private static bool IsVirama(int point) =>
        point is Virama or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD or 0xD3B or 0xD3C or 0xD4D
        or 0xDCA or 0xE3A or 0xEBA or 0xF84 or 0x1039 or 0x103A or 0x1714 or 0x1715 or 0x1734 or 0x17D2 or 0x1A60 or 0x1B44 or 0x1BAA
            or 0x1BAB or 0x1BF2 or 0x1BF3
        or 0x2D7F or 0xA806 or 0xA82C or 0xA8C4 or 0xA953 or 0xA9C0 or 0xAAF6 or 0xABED or 0x10A3F or 0x11046 or 0x1107F or 0x110B9
            or 0x11133 or 0x11134
        or 0x111C0 or 0x11235 or 0x112EA or 0x1134D or 0x11442 or 0x114C2 or 0x115BF or 0x1163F or 0x116B6 or 0x1172B or 0x11839 or 0x1193D
            or 0x1193E or 0x119E0
        or 0x11A34 or 0x11A47 or 0x11A99 or 0x11C3F or 0x11D44 or 0x11D45 or 0x11D97;

    // A simplification of joining types: letters of the joining scripts on both sides.
    private static bool IsBetweenJoiners(List<int> label, int at) =>
        at > 0 && at + 1 < label.Count && IsJoining(label[at - 1]) && IsJoining(label[at + 1]);

    private static bool IsJoining(int point) =>
        point is >= 0x620 and <= 0x6FF or >= 0x700 and <= 0x77F or >= 0x7CA and <= 0x7EA or >= 0x840 and <= 0x8C7
            or >= 0x1820 and <= 0x18AA;
}
