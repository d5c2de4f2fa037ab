namespace Recoup.Contracts;

/// <summary>A remark in a report that is not a finding.</summary>
/// <param name="Kind">The kind of the note.</param>
/// <param name="Message">The sentence that a person reads, and what to do, without a period.</param>
/// <param name="Location">The location, or null.</param>
public sealed record Note(NoteKind Kind, string Message, Location? Location = null);
