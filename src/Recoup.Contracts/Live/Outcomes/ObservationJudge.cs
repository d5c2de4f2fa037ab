using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Outcomes;

/// <summary>Compares observations with the expected behavior. There is one finding for each divergence that is not as expected.</summary>
internal static class ObservationJudge
{
    private const int MostEvidence = 2;

    public static IEnumerable<Finding> Judge(IReadOnlyList<Observation> observations, VerifyOptions options)
    {
        foreach (var row in KnownDivergences.All)
        {
            var seen = observations.Where(observation => observation.Row == row.Id).ToList();
            if (options.Expect == ApiExpectation.Documented && Pick(seen, ObservedBehavior.Deployed) is { Count: > 0 } divergent)
                yield return Finding(
                    LiveRules.Divergence,
                    Verdict.Breaking,
                    row.Id,
                    $"{row.Id}: documented: {row.Documented}; this server: {row.DeployedBehavior}",
                    divergent,
                    options);
            if (options.Expect == ApiExpectation.Deployed && Pick(seen, ObservedBehavior.Documented) is { Count: > 0 } healed)
                yield return Finding(
                    LiveRules.Healed,
                    Verdict.Unproven,
                    row.Id,
                    $"{row.Id} is fixed: this server: {row.Documented}; before: {row.DeployedBehavior}",
                    healed,
                    options);
            if (Pick(seen, ObservedBehavior.Other) is { Count: > 0 } other)
                yield return Finding(
                    LiveRules.Unknown,
                    Verdict.Breaking,
                    row.Id,
                    $"{row.Id}: expected {other[0].Expected}; this server does neither",
                    other,
                    options);
        }

        foreach (var observation in observations.Where(observation => observation.Row is null))
            yield return Finding(
                LiveRules.Unknown,
                Verdict.Breaking,
                observation.Step.Path,
                $"{observation.Step}: expected {observation.Expected}",
                [observation],
                options);
    }

    private static List<Observation> Pick(List<Observation> seen, ObservedBehavior behavior) =>
        [.. seen.Where(observation => observation.Behavior == behavior)];

    private static Finding Finding(
        Rule rule, Verdict verdict, string pointer, string message, List<Observation> seen, VerifyOptions options)
    {
        var more = seen.Count > MostEvidence
            ? FormattableString.Invariant($"; and {seen.Count - MostEvidence} more responses like these")
            : "";
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = Change.Changed,
            Message = message,
            Action = seen[0].Operation,
            Pointer = "/" + pointer,
            Reason = string.Join("; ", seen.Take(MostEvidence).Select(observation => $"{observation.Step}: {observation.Evidence}")) + more,
            BeforeLocation = SpecPlace.Of(options, seen[0].Operation),
            ContentHash = ContentHash.Of(rule.Id, pointer),
        };
    }
}
