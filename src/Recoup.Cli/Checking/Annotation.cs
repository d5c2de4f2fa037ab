using Recoup.Catalogs.Problems;

namespace Recoup.Cli.Checking;

/// <summary>A problem as a workflow command of GitHub Actions.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflow-commands-for-github-actions</remarks>
internal static class Annotation
{
    public static string Of(Problem problem)
    {
        var command = problem.Descriptor.Severity switch { ProblemSeverity.Error => "error", ProblemSeverity.Warning => "warning", _ => "notice" };
        var place = problem.Range is { } range
            ? FormattableString.Invariant($"file={Property(problem.Path ?? "")},line={range.Start.Line},col={range.Start.Column},endLine={range.End.Line},endColumn={range.End.Column},")
            : "";
        return $"::{command} {place}title={problem.Descriptor.Id}::{Data(problem.Message)}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
