using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>The words that reports share.</summary>
internal static class Words
{
    public static string Of(Verdict verdict) => VerdictTable.NameOf(verdict);

    /// <summary>A verdict that says whether it is proved; a severity on the scale of severities.</summary>
    public static string WithProof(Verdict verdict, ReportScale scale) => scale == ReportScale.Severities ? Severity(verdict)
        : verdict is Verdict.Breaking or Verdict.Compatible ? Of(verdict) + " (proved)" : Of(verdict);

    /// <summary>The sentence of a finding, preceded by the action or operation unless the sentence names it.</summary>
    public static string WithAction(Finding finding) =>
        finding.Action is null || finding.Message.Contains(finding.Action, StringComparison.Ordinal)
            ? finding.Message
            : $"{finding.Action}: {finding.Message}";

    public static string Severity(Verdict verdict) => verdict switch
    {
        Verdict.Breaking => "error",
        Verdict.Unproven => "warning",
        _ => "note",
    };

    public static string Of(Direction direction) => direction == Direction.Parameters ? "parameters" : "results";

    public static string Of(Change change) => change switch
    {
        Change.Added => "added",
        Change.Removed => "removed",
        Change.Tightened => "tightened",
        Change.Loosened => "loosened",
        _ => "changed",
    };

    public static string Of(Side side) => side == Side.Before ? "old" : "new";

    public static string Of(RuleLevel level) => level switch
    {
        RuleLevel.Catalog => "catalog",
        RuleLevel.Schema => "schema",
        RuleLevel.Source => "source",
        RuleLevel.Live => "live",
        RuleLevel.Generator => "generator",
        _ => "spec",
    };

    public static string Of(NoteKind kind) => kind switch
    {
        NoteKind.Input => "input",
        NoteKind.StaleAcceptance => "stale acceptance",
        NoteKind.ExpiredAcceptance => "expired acceptance",
        NoteKind.Suspect => "suspect",
        NoteKind.Executed => "executed",
        _ => "note",
    };

    /// <summary>What a witness proves, as the beginning of a sentence.</summary>
    public static string Of(Witness witness) =>
        witness.AcceptedBy == Side.Before ? "accepted before, rejected now" : "impossible before, possible now";

    /// <summary>
    /// The value as JSON for people. A long value is cut and followed by its length; the JSON report contains the whole value.
    /// </summary>
    public static string Value(Witness witness)
    {
        const int most = 300;
        var json = witness.Json;
        return json.Length <= most ? json : FormattableString.Invariant($"{Excerpt.Shorten(json, most)} ({json.Length} characters)");
    }

    public static string Count(int count, string one, string? many = null) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>Names in a row. Beyond the limit, only their number is given.</summary>
    public static string Names(IReadOnlyList<string> names, int most) => string.Join(", ", names.Take(most))
        + (names.Count > most ? FormattableString.Invariant($" and {names.Count - most} more") : "");

    public static string Summary(Report report)
    {
        var totals = report.Totals;
        if (report.Scale == ReportScale.Severities)
            return $"{Count(totals.Breaking, "error")}, {Count(totals.Unproven, "warning")}, {Count(totals.Behavior, "note")}";
        var parts =
            FormattableString.Invariant(
                $"{totals.Breaking} breaking, {totals.Unproven} unproven, {totals.Behavior} behavior, {totals.Compatible} compatible");
        return totals.Accepted == 0 ? parts : parts + FormattableString.Invariant($", {totals.Accepted} accepted");
    }
}
