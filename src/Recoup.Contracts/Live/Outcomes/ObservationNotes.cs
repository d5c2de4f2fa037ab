using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Outcomes;

/// <summary>
/// Notes about which divergences were observed, which could not be, and why. Without them, an unobserved divergence would look absent.
/// </summary>
internal static class ObservationNotes
{
    public static IEnumerable<Note> Of(ProbeRun run, bool isSuspect)
    {
        var (observations, options) = (run.Observations, run.Options);
        if (isSuspect)
        {
            yield return Tell("no divergence counts as checked, because there may be an outage");
            yield break;
        }

        var seen = observations.Select(observation => observation.Row).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var diverging = observations.Where(observation => observation.Behavior == ObservedBehavior.Deployed)
            .Select(observation => observation.Row)
            .ToHashSet();
        var (isChecked, isShown) = (Ids(KnownDivergences.All.Where(row =>
            seen.Contains(row.Id))), Ids(KnownDivergences.All.Where(row => diverging.Contains(row.Id))));
        var shown = isShown.Length == 0 ? "none of them" : isShown == isChecked ? "all of them" : isShown;
        yield return Tell($"divergences that were checked: {isChecked}; this server shows {shown}");
        var unseen = KnownDivergences.All.Where(row => !seen.Contains(row.Id)).ToList();
        foreach (var row in unseen.Where(row => row.WhyNotObservable is null && IsGiven(row.Requires, options)))
        {
            var sent = row.Probes.Where(run.SentProbes.Contains).ToList();
            var how = sent.Count > 0 ? $"could not be observed ({string.Join(", ", sent)})" : "was not checked";
            yield return Tell($"{row.Id} {how}: it shows when {row.ShowsWhen ?? "the server responds to the probes"}");
        }

        foreach (var missing in unseen.Where(row => row.WhyNotObservable is null && !IsGiven(row.Requires, options))
            .GroupBy(row => row.Requires))
            yield return Tell($"{Ids(missing)}: {WhatToGive(missing.Key)} ({string.Join(
                ", ",
                missing.SelectMany(row => row.Probes).Distinct().OrderBy(probe => probe.Length).ThenBy(
                    probe => probe, StringComparer.Ordinal))})");
        foreach (var why in unseen.Where(row => row.WhyNotObservable is not null).GroupBy(row => row.WhyNotObservable))
            yield return Tell($"{Ids(why)}: {why.Key}");
    }

    private static bool IsGiven(ProbeRequirement requirement, VerifyOptions options) => requirement switch
    {
        ProbeRequirement.AllowedAction => options.AllowedActions.Count > 0,
        ProbeRequirement.RosterAccount => options.RosterAccount is not null,
        _ => true,
    };

    private static string WhatToGive(ProbeRequirement requirement) => requirement == ProbeRequirement.AllowedAction
        ? "not observable without executing an action; name a read-only one with --allow SLUG"
        : "not observable without an account on the roster of the key's account; name one with --roster-account UUID";

    private static string Ids(IEnumerable<KnownDivergence> rows) => string.Join(", ", rows.Select(row => row.Id));

    private static Note Tell(string message) => new(NoteKind.Information, message);
}
