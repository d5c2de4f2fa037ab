using System.Globalization;
using Recoup.Differential.Disagreements;

namespace Recoup.Differential;

/// <summary>Prints a comparison: one line for each figure, with tabs, and then the disagreements.</summary>
internal static class Report
{
    /// <summary>Prints a comparison.</summary>
    /// <returns>The exit code: 1 if a disagreement has no explanation.</returns>
    public static int Write(Comparison comparison, IReadOnlyList<Explanation> explanations, int count)
    {
        Figure("pairs", $"{count:N0}, {Share(comparison.Valid, count)} of them valid", "5,000");
        foreach (var (peer, agreements) in comparison.Agreements)
            Figure($"agreement with {peer}", $"{agreements:N0} of {count:N0} ({Share(agreements, count)})", "");
        var disagreements = (comparison.Agreements.Count * count) - comparison.Agreements.Sum(agreement => agreement.Agreements);
        Figure("disagreements in which the peer is wrong", $"{disagreements - comparison.Unexplained.Count:N0} of {disagreements:N0}", "");
        Figure("disagreements without an explanation, or in which the engine is wrong", $"{comparison.Unexplained.Count}", "0");

        foreach (var row in explanations)
            Console.WriteLine($"explained {comparison.Uses(row),4} times: {row.Peer}: {row.Name}");
        foreach (var disagreement in comparison.Unexplained)
            Console.WriteLine($"unexplained: {disagreement}");
        return comparison.Unexplained.Count == 0 ? 0 : 1;
    }

    private static void Figure(string measurement, FormattableString figure, string goal) =>
        Console.WriteLine($"figure\t{measurement}\t{figure.ToString(CultureInfo.InvariantCulture)}\t{goal}");

    private static string Share(int part, int count) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / count:F1} %");
}
