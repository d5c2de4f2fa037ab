using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts.Live.Allowances;

/// <summary>Notes about the requests that could have executed an action.</summary>
internal static class SentNotes
{
    private const int Shown = 500;

    public static IEnumerable<Note> Of(IReadOnlyList<SentCall> sent)
    {
        if (sent.Count == 0)
            yield return new Note(NoteKind.Information, "no action was executed, and no request named an action that may exist");
        foreach (var call in sent)
            yield return new Note(
                NoteKind.Executed,
                FormattableString.Invariant(
                    $"{call.Slug} was called with {Short(call.Parameters)} and returned {call.Status} ({call.Probe})"));
    }

    private static string Short(string parameters) => parameters.Length <= Shown ? parameters
        : FormattableString.Invariant($"{parameters[..Shown]}… ({Words.Count(parameters.Length, "character")})");
}
