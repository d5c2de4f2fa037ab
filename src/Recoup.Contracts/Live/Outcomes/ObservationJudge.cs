using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Outcomes;

/// <summary>
/// Compares observations with the expected behavior. A divergence that is not as expected has one finding, and so has an unknown change
/// that several responses show.
/// </summary>
internal static class ObservationJudge
{
    private const int MostEvidence = 2;
    private const int MostNames = 20;

    public static IEnumerable<Finding> Judge(IReadOnlyList<Observation> observations, VerifyOptions options)
    {
        var changes = UnknownChanges(observations);
        var reported = changes.SelectMany(change => change).ToHashSet(ReferenceEqualityComparer.Instance);
        var rest = observations.Where(observation => !reported.Contains(observation)).ToLookup(observation => observation.Row);
        return KnownDivergences.All.SelectMany(row => OfRow(row, [.. rest[row.Id]], options))
            .Concat(changes.Select(change => OfChange(change, options)));
    }

    private static IEnumerable<Finding> OfRow(KnownDivergence row, List<Observation> seen, VerifyOptions options)
    {
        var deployed = Pick(seen, ObservedBehavior.Deployed);
        var documented = Pick(seen, ObservedBehavior.Documented);
        var other = Pick(seen, ObservedBehavior.Other);
        if (options.Expect == ApiExpectation.Documented && deployed.Count > 0)
            yield return Finding(
                LiveRules.Divergence,
                Verdict.Breaking,
                row.Id,
                $"{row.Id}: documented: {row.Documented}; this server: {row.DeployedBehavior}",
                deployed,
                options);
        if (options.Expect == ApiExpectation.Deployed && documented.Count > 0)
        {
            // A divergence is fixed only if all that shows it has changed.
            yield return documented.Count == seen.Count
                ? Finding(
                    LiveRules.Healed,
                    Verdict.Unproven,
                    row.Id,
                    $"{row.Id} is fixed: this server: {row.Documented}; before: {row.DeployedBehavior}",
                    documented,
                    options)
                : Finding(
                    LiveRules.PartlyHealed,
                    Verdict.Unproven,
                    row.Id,
                    FormattableString.Invariant($"{row.Id} is fixed in part ({documented.Count} of {seen.Count} checks): this server: ")
                        + row.Documented
                        + (deployed.Count > 0
                            ? $"; otherwise still: {row.DeployedBehavior}"
                            : "; otherwise neither this nor what was known"),
                    documented,
                    options);
        }

        if (other.Count > 0)
            yield return Finding(
                LiveRules.Unknown,
                Verdict.Breaking,
                row.Id,
                $"{row.Id}: expected {other[0].Expected}",
                other,
                options);
    }

    /// <summary>
    /// Groups the responses that show neither behavior by the change that they show. Responses about a divergence belong to such a change
    /// if a response that is about none shows the same one: then it is not the divergence that has changed.
    /// </summary>
    private static List<List<Observation>> UnknownChanges(IReadOnlyList<Observation> observations) =>
    [
        .. observations.Where(observation => observation.Behavior == ObservedBehavior.Other)
            .GroupBy(observation => observation.Status is { } status && status.Expected != status.Returned
                ? (observation.Operation, status.Expected, status.Returned, (Observation?)null)
                : (observation.Operation, 0, 0, (Observation?)observation))
            .Where(change => change.Any(observation => observation.Row is null))
            .Select(change => change.ToList()),
    ];

    private static Finding OfChange(List<Observation> change, VerifyOptions options)
    {
        var first = change.Find(observation => observation.Row is null)!;
        var message = change.Count == 1
            ? $"{first.Step}: expected {first.Expected}"
            : FormattableString.Invariant(
                $"{first.Operation} returned {first.Status!.Value.Returned} instead of {first.Status.Value.Expected} in ")
                + string.Join(", ", change.Select(Name));
        return Finding(LiveRules.Unknown, Verdict.Breaking, first.Step.Path, message, change, options);

        static string Name(Observation observation) =>
            observation.Row is { } row ? $"{observation.Step}, which is about {row}" : observation.Step.ToString();
    }

    private static List<Observation> Pick(List<Observation> seen, ObservedBehavior behavior) =>
        [.. seen.Where(observation => observation.Behavior == behavior)];

    private static Finding Finding(
        Rule rule, Verdict verdict, string pointer, string message, List<Observation> seen, VerifyOptions options)
    {
        var evidence = string.Join("; ", seen.Take(MostEvidence).Select(observation => $"{observation.Step}: {observation.Evidence}"));
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = Change.Changed,
            Message = message,
            Action = seen[0].Operation,
            Pointer = "/" + pointer,
            Reason = evidence + More(rule, [.. seen.Skip(MostEvidence)]),
            BeforeLocation = SpecPlace.Of(options, seen[0].Operation),
            ContentHash = ContentHash.Of(rule.Id, pointer),
        };
    }

    // If a divergence shows itself in full, it does not matter where.
    private static string More(Rule rule, List<Observation> rest)
    {
        if (rest.Count == 0)
            return "";
        if (rule == LiveRules.Divergence || rule == LiveRules.Healed || rest.Count > MostNames)
            return FormattableString.Invariant($"; and {rest.Count} more responses like these");
        return "; likewise " + string.Join(", ", rest.Select(observation => observation.Step));
    }
}
