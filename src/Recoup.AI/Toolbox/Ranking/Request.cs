using System.Collections.Frozen;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>Words of which an action must have all to match a part of a request.</summary>
/// <param name="Words">The stems.</param>
/// <param name="Weight">What a match counts: 1 for the words of the request itself, less for words that mean nearly the same.</param>
internal readonly record struct Alternative(IReadOnlyList<string> Words, float Weight);

/// <summary>A request in plain words.</summary>
/// <param name="Text">The text, with <c>repository</c> in place of names of repositories.</param>
/// <param name="Concepts">For each word or phrase what an action may have in its place, the words of the request first.</param>
/// <param name="Changes">Whether the request is to change something; otherwise it asks for something.</param>
internal sealed record Request(string Text, IReadOnlyList<IReadOnlyList<Alternative>> Concepts, bool Changes)
{
    /// <summary>The most words of a request that count.</summary>
    public const int MostWords = 40;

    private const int LongestText = 2_000;
    private const int FarthestParticle = 5;
    private const int LongestExtension = 4;

    private static readonly FrozenSet<string> Particles =
        FrozenSet.Create("away", "back", "down", "off", "on", "out", "over", "up");

    // "Is Ann a member" asks for an action that checks whether she is.
    private static readonly FrozenSet<string> YesNoQuestions =
        FrozenSet.Create("is", "are", "was", "were", "am", "do", "does", "did", "has", "have");

    private static readonly FrozenSet<string> Questions =
    [
        .. YesNoQuestions, "can", "may", "could", "what", "which", "who", "whom", "whose", "when", "where", "how",
        "all", "any", "show", "list", "get", "find", "search", "fetch", "read", "see", "check", "count",
    ];

    private static readonly Alternative Check = new(["check"], 0.5f);

    // "src/index.js" and "config.yml" are files, whatever their names are.
    private static readonly Alternative[] File = [new(["file"], 1), new(["content"], 1)];

    /// <summary>Reads a request.</summary>
    /// <param name="text">The request. Only its first 2,000 characters and 40 words are read.</param>
    public static Request Read(string text)
    {
        var start = RepositoryNames.Replace(text[..Math.Min(text.Length, LongestText)]);
        var words = new WordReader().Read(start, MostWords);
        var concepts = new List<IReadOnlyList<Alternative>>();
        var changes = false;
        var first = FirstWord(start);
        if (YesNoQuestions.Contains(first))
            concepts.Add([Check]);
        if (NamesFile(start))
            concepts.Add(File);
        for (var seen = new HashSet<string>(); words.Count > 0;)
        {
            var phrase = TakePhrase(words);
            if (!seen.Add(phrase))
                continue;
            concepts.Add([new Alternative(phrase.Split(' '), 1), .. Synonyms.Of(phrase)]);
            changes |= Synonyms.IsChange(phrase);
        }

        return new(start, concepts, changes && !Questions.Contains(first));
    }

    /// <summary>
    /// Removes the first word, with the words that make a known phrase with it: those that follow, or the particle of a phrasal verb a
    /// few words later, as in <c>take the label off</c>.
    /// </summary>
    private static string TakePhrase(List<string> words)
    {
        for (var length = Math.Min(Synonyms.LongestPhrase, words.Count); length > 1; length--)
        {
            var phrase = string.Join(' ', words.GetRange(0, length));
            if (!Synonyms.Knows(phrase))
                continue;
            words.RemoveRange(0, length);
            return phrase;
        }

        var first = words[0];
        words.RemoveAt(0);
        for (var i = 0; i < Math.Min(words.Count, FarthestParticle); i++)
        {
            if (!Particles.Contains(words[i]) || !Synonyms.Knows(first + " " + words[i]))
                continue;
            first += " " + words[i];
            words.RemoveAt(i);
            break;
        }

        return first;
    }

    /// <summary>Whether the request has a name with an extension: letters and digits around a dot, at the end of a word.</summary>
    private static bool NamesFile(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != '.' || !char.IsLetterOrDigit(text[i - 1]))
                continue;
            var length = 0;
            while (i + 1 + length < text.Length && char.IsAsciiLetterLower(text[i + 1 + length]))
                length++;
            if (length is > 0 and <= LongestExtension && (i + 1 + length == text.Length || char.IsWhiteSpace(text[i + 1 + length])))
                return true;
        }

        return false;
    }

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[..end].ToString().ToLowerInvariant();
    }
}
