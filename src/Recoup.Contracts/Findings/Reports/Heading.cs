namespace Recoup.Contracts.Findings.Reports;

/// <summary>How a line of the text report begins that heads a finding, or a note.</summary>
/// <param name="Start">The beginning of the line.</param>
/// <param name="Verdict">The verdict, or null.</param>
/// <param name="Note">The kind of note, or null.</param>
internal sealed record Heading(string Start, Verdict? Verdict = null, NoteKind? Note = null);
