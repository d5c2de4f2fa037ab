namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares names by their letters and digits: case, <c>_</c> and <c>-</c> do not count.</summary>
internal static class NameSimilarity
{
    /// <summary>From this value on, two names are likely the same one.</summary>
    public const double Likely = 0.5;

    // A hostile name can be as long as its document.
    private const int Longest = 256;

    /// <summary>1 for equal names, 0 for names that share nothing.</summary>
    public static double Of(string one, string other)
    {
        var (first, second) = (Bare(one), Bare(other));
        if (first == second)
            return first.Length > 0 ? 1 : 0;
        if (first.Length == 0 || second.Length == 0)
            return 0;
        if (first.StartsWith(second, StringComparison.Ordinal) || second.StartsWith(first, StringComparison.Ordinal)
            || first.EndsWith(second, StringComparison.Ordinal) || second.EndsWith(first, StringComparison.Ordinal))
            return Likely;

        // The share of common pairs of characters (Dice's coefficient).
        var (pairs, others) = (Pairs(first), Pairs(second));
        return pairs.Count + others.Count == 0 ? 0 : 2.0 * pairs.Count(others.Contains) / (pairs.Count + others.Count);
    }

    private static string Bare(string name) =>
        string.Concat(name.Take(Longest).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static HashSet<(char, char)> Pairs(string name) => [.. name.Zip(name.Skip(1))];
}
