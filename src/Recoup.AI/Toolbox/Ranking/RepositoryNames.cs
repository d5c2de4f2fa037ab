using System.Text;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>Names of repositories in a request: an owner and a name, <c>acme/web</c>. Their words say nothing about the task.</summary>
internal static class RepositoryNames
{
    private const string Noun = "repository";
    private const int LongestExtension = 4;

    /// <summary>Replaces the names by the word <c>repository</c>.</summary>
    public static string Replace(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var length = 0;
            while (start + length < text.Length && !char.IsWhiteSpace(text[start + length]))
                length++;
            var word = text.AsSpan(start, length);
            var name = word.TrimEnd(".,:;?!)");
            if (name.EndsWith("'s", StringComparison.Ordinal))
                name = name[..^2];
            result.Append(IsName(name) ? Noun : word);
            start += length;
            if (start < text.Length)
                result.Append(text[start++]);
        }

        return result.ToString();
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        var slash = word.IndexOf('/');
        if (slash <= 0 || slash == word.Length - 1 || NamesFile(word))
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i != slash && !char.IsLetterOrDigit(word[i]) && word[i] is not ('-' or '_' or '.'))
                return false;
        }

        return true;
    }

    /// <summary>Whether a path ends with an extension, <c>src/index.js</c>.</summary>
    private static bool NamesFile(ReadOnlySpan<char> path)
    {
        var extension = path[(path.LastIndexOf('.') + 1)..];
        return extension.Length is > 0 and <= LongestExtension && !extension.ContainsAnyExceptInRange('a', 'z');
    }
}
