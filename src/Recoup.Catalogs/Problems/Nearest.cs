namespace Recoup.Catalogs.Problems;

/// <summary>
/// The known name that was probably meant: the one with the fewest edits (Levenshtein, ignoring case), the ordinally first of
/// several, when they are at most 2, or a third of the name's length.
/// </summary>
internal static class Nearest
{
    private const int LongestText = 200;

    /// <summary>Finds the nearest name. Linear in the number of known names.</summary>
    /// <param name="text">The unknown name; there is no suggestion for more than 200 characters.</param>
    /// <param name="known">The known names.</param>
    /// <returns>The nearest name, or null if none is near.</returns>
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

    /// <summary>The suggestion at the end of a message.</summary>
    /// <param name="text">The name that is not known.</param>
    /// <param name="known">The known names.</param>
    /// <returns><c> Did you mean 'X'?</c> with its leading space, or an empty string.</returns>
    public static string Question(string text, IEnumerable<string> known) =>
        Of(text, known) is { } nearest ? $" Did you mean '{Problem.OneLine(nearest)}'?" : "";

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
