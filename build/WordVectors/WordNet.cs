using System.Text;
using System.Text.RegularExpressions;

namespace WordVectors;

/// <summary>Reads WordNet: words of the same meaning, what they mean, and examples of their use.</summary>
internal static partial class WordNet
{
    private const int LongestSentence = 200;

    private static readonly string[] Parts = ["noun", "verb", "adj", "adv"];

    /// <summary>All distinct sentences in ASCII.</summary>
    /// <param name="folder">The folder with <c>data.noun</c> and its siblings.</param>
    public static IReadOnlyList<string> SentencesOf(string folder) =>
    [
        .. Parts.SelectMany(part => File.ReadLines(Path.Combine(folder, "data." + part), Encoding.Latin1))
            .Where(line => !line.StartsWith("  ", StringComparison.Ordinal))
            .SelectMany(SentencesOfLine)
            .Select(sentence => Spaces().Replace(sentence, " ").Trim())
            .Where(sentence => sentence.Length > 2 && sentence.All(char.IsAscii))
            .Select(sentence => sentence[..Math.Min(sentence.Length, LongestSentence)])
            .Distinct(StringComparer.Ordinal),
    ];

    // offset file type count (word id)* ... | gloss
    private static IEnumerable<string> SentencesOfLine(string line)
    {
        var halves = line.Split(" | ", 2);
        var cells = halves[0].Split(' ');
        var words = Enumerable.Range(0, Convert.ToInt32(cells[3], 16))
            .Select(i => cells[4 + (2 * i)].Split('(')[0].Replace('_', ' '))
            .ToArray();
        if (words.All(word => char.IsUpper(word[0])))
            yield break;
        yield return string.Join(", ", words);
        yield return $"{words[0]}: {FirstExample().Replace(halves[1], "")}";
        foreach (Match example in Example().Matches(halves[1]))
            yield return example.Groups[1].Value;
    }

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Example();

    [GeneratedRegex(";?\\s*\"[^\"]*\".*")]
    private static partial Regex FirstExample();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
