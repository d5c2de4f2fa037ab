using System.Globalization;
namespace Recoup.Contracts.Findings.Reports;

/// <summary>Workflow commands of GitHub Actions: an annotation at file, line and column for each open finding.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflow-commands-for-github-actions</remarks>
internal sealed class GitHubReport : IReportWriter
{
    public string Name => "github";

    public void Write(Report report, TextWriter output)
    {
        foreach (var note in report.Notes)
            Write(
                output,
                note.Kind is NoteKind.Information or NoteKind.Executed ? "notice" : "warning",
                note.Location,
                Words.Of(note.Kind),
                note.Message);
        foreach (var finding in report.Shown.Where(finding => finding.Acceptance is null))
            Write(
                output,
                Command(finding.Verdict),
                finding.Location,
                $"{finding.Rule.Id}: {Words.WithProof(finding.Verdict, report.Scale)}",
                Text(finding));
        foreach (var broken in report.Tests?.Broken ?? [])
        {
            var location = broken.Explanations is [var best, ..] ? best.Location : null;
            Write(output, "error", location, $"test: {broken.Test.Name}", TestWords.Text(broken));
        }
    }

    private static string Command(Verdict verdict) => verdict switch
    {
        Verdict.Breaking => "error",
        Verdict.Unproven => "warning",
        _ => "notice",
    };

    private static string Text(Finding finding)
    {
        var text = Words.WithAction(finding);
        if (finding.Witness is { } witness)
            text += $"\n{Words.Of(witness)}: {Words.Value(witness)}\n{witness.Violation}";
        return finding is { Verdict: Verdict.Unproven, Reason: { } reason } ? $"{text}\nbecause {reason}" : text;
    }

    private static void Write(TextWriter output, string command, Location? location, string title, string message)
    {
        var place = location?.Path is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $"file={Property(location.Path)},line={location.Line},endLine={location.Range.End.Line},"
            + $"col={location.Column},endColumn={location.Range.End.Column},");
        output.Write($"::{command} {place}title={Property(title)}::{Data(message)}\n");
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
