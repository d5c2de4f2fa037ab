using System.Globalization;

namespace Recoup.Catalogs.Slugs;

/// <summary>Splits a wire name into words: at everything that is neither letter nor digit, and at the humps of camel case.</summary>
internal static class Words
{
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        for (var start = 0; start < name.Length;)
        {
            if (!IsWordChar(name[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < name.Length && IsWordChar(name[end]))
                end++;
            SplitHumps(name[start..end], words);
            start = end;
        }

        return words;
    }

    /// <summary>Letters and digits that C# takes in an identifier; surrogates and combining marks count as separators.</summary>
    public static bool IsWordChar(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static void SplitHumps(string segment, List<string> words)
    {
        // SHOUTING and quiet segments have no humps; "1ST" is one word.
        if (segment.All(c => !char.IsLower(c)) || segment.All(c => !char.IsUpper(c)))
        {
            words.Add(segment);
            return;
        }

        var start = 0;
        for (var i = 1; i < segment.Length; i++)
        {
            var startsHump = char.IsUpper(segment[i])
                && (!char.IsUpper(segment[i - 1]) || (i + 1 < segment.Length && char.IsLower(segment[i + 1])));
            if (!startsHump)
                continue;
            words.Add(segment[start..i]);
            start = i;
        }

        words.Add(segment[start..]);
    }
}
