using Recoup.Contracts.Deployed;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Verification;

/// <summary>What was seen, and what was expected -> findings: one for each row that is not as expected.</summary>
internal static class SightingJudge
{
    private const int MostEvidence = 2;

    public static IEnumerable<Finding> Judge(IReadOnlyList<Sighting> sightings, VerifyOptions options)
    {
        foreach (var row in KnownDivergences.All)
        {
            var seen = sightings.Where(sighting => sighting.Row == row.Id).ToList();
            if (options.Expect == ApiExpectation.Documented && Pick(seen, SightedState.Deployed) is { Count: > 0 } divergent)
                yield return Finding(LiveRules.Divergence, Verdict.Breaking, row.Id, $"{row.Id}: documented: {row.Documented}; this server: {row.DeployedBehavior}", divergent, options);
            if (options.Expect == ApiExpectation.Deployed && Pick(seen, SightedState.Documented) is { Count: > 0 } healed)
                yield return Finding(LiveRules.Healed, Verdict.Unproven, row.Id, $"{row.Id} is fixed: this server: {row.Documented}; before: {row.DeployedBehavior}", healed, options);
            if (Pick(seen, SightedState.Other) is { Count: > 0 } other)
                yield return Finding(LiveRules.Unknown, Verdict.Breaking, row.Id, $"{row.Id}: expected {other[0].Expected}; this server does neither", other, options);
        }

        foreach (var sighting in sightings.Where(sighting => sighting.Row is null))
            yield return Finding(LiveRules.Unknown, Verdict.Breaking, sighting.Probe.Replace(" (", "/", StringComparison.Ordinal).TrimEnd(')'), $"{sighting.Probe}: expected {sighting.Expected}", [sighting], options);
    }

    private static List<Sighting> Pick(List<Sighting> seen, SightedState state) => [.. seen.Where(sighting => sighting.State == state)];

    private static Finding Finding(Rule rule, Verdict verdict, string pointer, string message, List<Sighting> seen, VerifyOptions options)
    {
        var more = seen.Count > MostEvidence ? FormattableString.Invariant($"; and {seen.Count - MostEvidence} more responses like these") : "";
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = Change.Changed,
            Message = message,
            Action = seen[0].Operation,
            Pointer = "/" + pointer,
            Reason = string.Join("; ", seen.Take(MostEvidence).Select(sighting => $"{sighting.Probe}: {sighting.Evidence}")) + more,
            OldLocation = SpecPlace.Of(options, seen[0].Operation),
            ContentHash = ContentHash.Of(rule.Id, pointer),
        };
    }
}
