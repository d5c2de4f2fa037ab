using Recoup.Catalogs.Rehearsals;
using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Rehearsals;

/// <summary>Finds the change of the catalog that explains why a test fails.</summary>
/// <param name="findings">The changes.</param>
/// <param name="before">What the tests did with the old catalog.</param>
/// <param name="after">What the tests did with the new catalog.</param>
/// <remarks>
/// Tests run in parallel, so an event has no test. A failure that names an action is explained by the changes of this action, best by the
/// one whose counterexample violates the schema as the call did. A failure that names none, for example an assertion on a value, may be
/// explained by what the emulator did differently with the new catalog.
/// </remarks>
internal sealed class Explanations(
    IReadOnlyList<Finding> findings, IReadOnlyCollection<RehearsalEvent> before, IReadOnlyCollection<RehearsalEvent> after)
{
    private const int Most = 3;

    // What may precede the quote of a message that begins with a path.
    private const string Openings = " \t\r\n\"'`([:;";

    private readonly List<RehearsalEvent> _refusals = [.. Refusals(after).Except(Refusals(before))];
    private readonly List<RehearsalEvent> _acceptances = [.. Refusals(before).Except(Refusals(after))];
    private readonly HashSet<string> _sampled =
    [
        .. after.Where(happened => happened.Kind == RehearsalEventKind.Sampled).Select(happened => happened.Subject),
    ];

    /// <summary>Explains the failures of tests.</summary>
    public IReadOnlyList<BrokenTest> Explain(IReadOnlyList<TestCaseResult> tests)
    {
        var named = tests.Select(test => new BrokenTest(test, Named(test.Message), IsNamed: true)).ToList();
        var claimed = named.SelectMany(test => test.Explanations).ToHashSet();
        return
        [
            .. named.Select(test => test.Explanations.Count > 0
                ? test
                : new BrokenTest(test.Test, Guess(test.Test, claimed), IsNamed: false)),
        ];
    }

    // What a test has printed may name any action that it used, or another test that ran at the same time.
    private IReadOnlyList<Finding> Guess(TestCaseResult test, HashSet<Finding> claimed) =>
        Named(test.Output) is { Count: > 0 } printed ? printed : Likely(claimed);

    private IReadOnlyList<Finding> Named(string text)
    {
        var places = findings.Select(finding => (Finding: finding, Place: FindingNames.PlaceIn(text, finding)))
            .Where(row => row.Place >= 0).ToList();
        var quoted = _refusals.Where(refusal => Quotes(text, refusal.Message)).ToList();
        var refused = Best(places.Select(row => (row.Finding, Match(row.Finding, quoted))));
        if (refused.Count > 0)
            return refused;

        // The first action that a failure names is the one that failed. A suggestion, for example, follows. If the failure quotes a
        // refusal, those of other tests say nothing about it.
        var refusals = quoted.Count > 0 ? [] : _refusals;
        var known = places.Where(row => CanExplain(row.Finding)).ToList();
        return known.Count == 0 ? [] : Best(known.Where(row => row.Place == known.Min(other => other.Place))
            .Select(row => (row.Finding, 1 + Match(row.Finding, refusals))));
    }

    // The log has the beginning of a long message. "/b: …" is no quote of "/a/b: …".
    private static bool Quotes(string text, string message)
    {
        var quote = message.TrimEnd('…');
        var place = text.IndexOf(quote, StringComparison.Ordinal);
        while (place > 0 && quote.StartsWith('/') && !Openings.Contains(text[place - 1]))
            place = text.IndexOf(quote, place + 1, StringComparison.Ordinal);
        return place >= 0;
    }

    // Findings that explain no other test come first: another test has failed for them.
    private IReadOnlyList<Finding> Likely(HashSet<Finding> claimed)
    {
        var likely = findings.Where(finding => Match(finding, _refusals) > 0
            || HasEvent(finding, _acceptances) || IsSampled(finding)).ToList();
        var free = likely.Where(finding => !claimed.Contains(finding)).ToList();
        return [.. (free.Count > 0 ? free : likely).OrderByDescending(finding => finding.Verdict).Take(Most)];
    }

    private bool CanExplain(Finding finding) =>
        finding.Verdict >= Verdict.Unproven || HasEvent(finding, _acceptances) || IsSampled(finding);

    private bool IsSampled(Finding finding) => finding.Direction == Direction.Results && FindingNames.Slugs(finding).Any(_sampled.Contains);

    private static int Match(Finding finding, List<RehearsalEvent> refusals) => refusals
        .Where(refusal => FindingNames.Slugs(finding).Contains(refusal.Subject, StringComparer.Ordinal))
        .Select(refusal => ViolationMatch.Of(finding, refusal.Message)).DefaultIfEmpty(0).Max();

    private static bool HasEvent(Finding finding, List<RehearsalEvent> events) =>
        events.Any(happened => FindingNames.Slugs(finding).Contains(happened.Subject, StringComparer.Ordinal));

    private static IReadOnlyList<Finding> Best(IEnumerable<(Finding Finding, int Match)> rows)
    {
        var matching = rows.Where(row => row.Match > 0).ToList();
        return matching.Count == 0 ? [] :
        [
            .. matching.Where(row => row.Match == matching.Max(other => other.Match))
                .Select(row => row.Finding).OrderByDescending(finding => finding.Verdict).Take(Most),
        ];
    }

    private static IEnumerable<RehearsalEvent> Refusals(IEnumerable<RehearsalEvent> events) =>
        events.Where(happened => happened.Kind == RehearsalEventKind.Refused);
}
