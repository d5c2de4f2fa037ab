using Recoup.Catalogs.Slugs;

namespace Recoup.Catalogs.Effects;

/// <summary>Splits the name of an action into upper-case words.</summary>
internal static class SlugWords
{
    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>
    /// The words without digits. A lone S belongs to the word before it (<c>REPO_S</c>), and a thing of several words is one word.
    /// </summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        foreach (var word in Words.Split(name).SelectMany(word => word.Split(Digits, StringSplitOptions.RemoveEmptyEntries)).Select(Upper))
        {
            if (words.Count > 0 && word == "S")
                words[^1] += word;
            else if (words.Count > 0 && EffectVerbTable.Things.Contains($"{words[^1]}_{word}"))
                words[^1] += $"_{word}";
            else
                words.Add(word);
        }

        return words;
    }

    private static string Upper(string word) => word.ToUpperInvariant();
}
