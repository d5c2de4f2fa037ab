namespace Recoup.AI.Toolbox.Ranking;

/// <summary>
/// Splits texts into the stems of their words: runs of letters and digits, in lower case, without the words that mean nothing. A reader
/// remembers the words it has seen, because those of a catalog repeat.
/// </summary>
internal sealed class WordReader
{
    private const int LongestWord = 64;

    private readonly Dictionary<string, string> _stems = [];

    /// <summary>The stems of the words in a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">At most how many.</param>
    /// <param name="isName">Whether the text is a name in code, where an upper-case letter starts a word: <c>maxResults</c>.</param>
    public List<string> Read(ReadOnlySpan<char> text, int count = int.MaxValue, bool isName = false)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length && words.Count < count;)
        {
            var length = LengthOfWord(text[start..], isName);
            if (length > 0 && StemOf(text.Slice(start, Math.Min(length, LongestWord))) is { Length: > 0 } stem)
                words.Add(stem);
            start += Math.Max(1, length);
        }

        return words;
    }

    private string StemOf(ReadOnlySpan<char> word)
    {
        var known = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(word, out var stem))
            return stem;
        var text = word.ToString().ToLowerInvariant();
        return known[word] = StopWords.Contains(text) ? "" : EnglishStem.Of(text);
    }

    private static int LengthOfWord(ReadOnlySpan<char> text, bool isName)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length]) && !(isName && length > 0 && StartsWord(text, length)))
            length++;
        return length;
    }

    /// <summary>Whether a word starts inside a name: the R of <c>maxResults</c>, the F of <c>HTMLFile</c>.</summary>
    private static bool StartsWord(ReadOnlySpan<char> text, int index) =>
        char.IsUpper(text[index])
        && (!char.IsUpper(text[index - 1]) || (index + 1 < text.Length && char.IsLower(text[index + 1])));
}
