namespace Recoup.Emulator.Core;

/// <summary>The known name that somebody probably meant: the one with the fewest edits (Levenshtein), when they are few for its length.</summary>
internal static class Nearest
{
    private const int LongestName = 200;

    public static string? Of(string text, IEnumerable<string> known)
    {
        if (text.Length > LongestName)
            return null;
        return known
            .Where(name => Math.Abs(name.Length - text.Length) <= Allowed(text))
            .Select(name => (Name: name, Distance: Distance(text.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= Allowed(text))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static int Allowed(string text) => Math.Max(2, text.Length / 3);

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.Length];
    }
}
