namespace Recoup.Catalogs.Rehearsals;

/// <summary>Something that the tests of a rehearsal did.</summary>
/// <param name="Kind">What they did.</param>
/// <param name="Subject">The path of a file, or the slug of an action.</param>
/// <param name="Message">Why a call was refused, as the error says it; otherwise empty.</param>
internal sealed record RehearsalEvent(RehearsalEventKind Kind, string Subject, string Message = "");
