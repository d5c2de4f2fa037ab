using Recoup.Contracts.Deployed;

namespace Recoup.Contracts.Verification;

/// <summary>Which rows were seen, which could not be, and why: a report that is silent about a row must not look as if the row were fine.</summary>
internal static class SightingNotes
{
    public static IEnumerable<Note> Of(IReadOnlyList<Sighting> sightings)
    {
        var seen = sightings.Select(sighting => sighting.Row).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var observed = KnownDivergences.All.Where(row => seen.Contains(row.Id)).Select(row => row.Id);
        yield return new Note(NoteKind.Information, $"rows that were observed: {string.Join(", ", observed)}");
        foreach (var row in KnownDivergences.All.Where(row => row.WhyNotObservable is null && !seen.Contains(row.Id)))
            yield return new Note(NoteKind.Information, $"{row.Id} could not be observed ({string.Join(", ", row.Probes)}): it shows when {row.ShowsWhen ?? "the probes are answered"}");
        foreach (var why in KnownDivergences.All.Where(row => row.WhyNotObservable is not null).GroupBy(row => row.WhyNotObservable))
            yield return new Note(NoteKind.Information, $"{string.Join(", ", why.Select(row => row.Id))}: {why.Key}");
    }
}
