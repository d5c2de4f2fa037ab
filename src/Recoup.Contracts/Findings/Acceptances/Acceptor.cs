namespace Recoup.Contracts.Findings.Acceptances;

/// <summary>Applies an accept file to findings, and notes stale and expired entries.</summary>
internal static class Acceptor
{
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, AcceptFile accepted, TimeProvider clock, List<Note> notes)
    {
        var entries = accepted.Entries;
        if (entries.Count == 0)
            return findings;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var known = new Dictionary<(string, string?, string, string), Acceptance>();
        foreach (var entry in entries)
            known.TryAdd((entry.Rule, entry.Action, entry.Pointer, entry.ContentHash), entry);
        var used = new HashSet<Acceptance>(ReferenceEqualityComparer.Instance);
        var marked = findings.Select(finding =>
        {
            if (!known.TryGetValue((finding.Rule.Id, finding.Action, finding.Pointer, finding.ContentHash), out var entry))
                return finding;
            used.Add(entry);
            return entry.Expires < today ? finding : finding with { Acceptance = entry };
        }).ToList();

        foreach (var entry in entries)
        {
            var what = $"{entry.Rule} of {entry.Action ?? "the document"} at '{entry.Pointer}'";
            if (!used.Contains(entry))
                notes.Add(new Note(
                    NoteKind.StaleAcceptance,
                    RuleTable.Find(entry.Rule) is null
                        ? $"there is no rule '{entry.Rule}'. Correct or remove the entry"
                        : $"no finding matches {what} with this hash: it is fixed or has changed again. Remove the entry",
                    entry.Location));
            else if (entry.Expires < today)
                notes.Add(new Note(
                    NoteKind.ExpiredAcceptance,
                    FormattableString.Invariant($"the acceptance of {what} ended on {entry.Expires:yyyy-MM-dd}. Renew or remove the entry"),
                    entry.Location));
        }

        return marked;
    }
}
