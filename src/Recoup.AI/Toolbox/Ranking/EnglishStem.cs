using System.Buffers;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>
/// Removes the endings of English that do not change what a word names: plural, <c>-ed</c>, <c>-ing</c> and a final <c>e</c>, so that
/// <c>merge</c>, <c>merges</c>, <c>merged</c> and <c>merging</c> are one term. A stem is a key, not a word.
/// </summary>
internal static class EnglishStem
{
    private const int ShortestStem = 3;

    // Access, status, analysis, alias.
    private static readonly string[] SingularEndings = ["ss", "us", "is", "ias"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a word.</summary>
    /// <param name="word">A word in lower case. One with anything but the letters a to z is its own stem.</param>
    public static string Of(string word)
    {
        if (word.Length <= ShortestStem || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        return WithoutFinalE(WithoutTense(WithoutPlural(word)));
    }

    private static string WithoutPlural(string word)
    {
        if (!word.EndsWith('s'))
            return word;
        if (SingularEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word.Length > 4 ? word[..^3] + "y" : word[..^1];
        return EndsInSound(word[..^1]) ? word[..^2] : word[..^1];
    }

    /// <summary>Whether the plural of a word that ends like this has an e of its own: boxe(s), branche(s), classe(s).</summary>
    private static bool EndsInSound(string word) =>
        word.EndsWith("xe", StringComparison.Ordinal) || word.EndsWith("che", StringComparison.Ordinal)
        || word.EndsWith("she", StringComparison.Ordinal) || word.EndsWith("sse", StringComparison.Ordinal);

    private static string WithoutTense(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ed", StringComparison.Ordinal))
            return Shortened(word, word[..^2]);
        return word.EndsWith("ing", StringComparison.Ordinal) ? Shortened(word, word[..^3]) : word;
    }

    private static string Shortened(string word, string stem)
    {
        if (stem.Length < ShortestStem || !stem.AsSpan().ContainsAny(Vowels))
            return word;
        var last = stem[^1];
        return stem.Length > ShortestStem && last == stem[^2] && !"aeiouflsz".Contains(last) ? stem[..^1] : stem;
    }

    private static string WithoutFinalE(string word) => word.Length > ShortestStem && word.EndsWith('e') ? word[..^1] : word;
}
