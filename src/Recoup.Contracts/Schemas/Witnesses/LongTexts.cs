using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>Creates long texts that match a pattern, by repeating a part of a short match until the text has the wanted length.</summary>
internal static class LongTexts
{
    private const int LongestPart = 4;

    // Long enough for a repeated part in most patterns, short enough to compare.
    private const string TwentyOrMore = "^[\\s\\S]{20,}$";

    public static string? Of(string pattern, int length, FormJudge judge)
    {
        if (judge.Compare([pattern, TwentyOrMore], []).Counterexample is not { } seed)
            return null;
        for (var width = 1; width <= LongestPart; width++)
        {
            for (var at = 0; at + width <= seed.Length; at++)
            {
                var (missing, rest) = Math.DivRem(length - seed.Length, width);
                if (missing < 0 || rest != 0)
                    continue;
                var text = seed[..at] + string.Concat(Enumerable.Repeat(seed.Substring(at, width), missing + 1)) + seed[(at + width)..];
                if (judge.Matches(pattern, text) == true)
                    return text;
            }
        }

        return null;
    }
}
