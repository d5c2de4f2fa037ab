namespace Recoup.Generators.Analyzers;

/// <summary>
/// The known slug that somebody probably meant: the one with the fewest edits (Levenshtein), the ordinally first of several, when they
/// are few for its length. The emulator, which must not know this assembly, suggests by the same rule.
/// </summary>
internal static class Nearest
{
    private const int LongestText = 200;

    public static string? Of(string text, IEnumerable<string> known)
    {
        if (text.Length > LongestText)
            return null;
        var wanted = text.ToUpperInvariant();
        var (nearest, fewest) = ((string?)null, Math.Max(2, text.Length / 3));
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - wanted.Length) > fewest)
                continue;
            var distance = Distance(wanted, candidate.ToUpperInvariant());
            if (distance < fewest || (distance == fewest && (nearest is null || string.CompareOrdinal(candidate, nearest) < 0)))
                (nearest, fewest) = (candidate, distance);
        }

        return nearest;
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
