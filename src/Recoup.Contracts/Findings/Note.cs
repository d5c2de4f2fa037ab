namespace Recoup.Contracts;

/// <summary>Something a reader of a report must know that is no finding about the contract.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The sentence a person reads, and what to do; without a full stop.</param>
/// <param name="Location">Where, or null.</param>
public sealed record Note(NoteKind Kind, string Message, Location? Location = null);
