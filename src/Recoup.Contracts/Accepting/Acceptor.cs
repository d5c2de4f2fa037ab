using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Accepting;

/// <summary>Findings and an accept file -> findings of which some are accepted, and what is wrong with the file's entries.</summary>
internal static class Acceptor
{
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, DiffOptions options, List<Note> notes)
    {
        var entries = options.Accepted.Entries;
        if (entries.Count == 0)
            return findings;
        var today = DateOnly.FromDateTime(options.TimeProvider.GetUtcNow().UtcDateTime);
        var known = new Dictionary<(string, string?, string, string), Acceptance>();
        foreach (var entry in entries)
            known.TryAdd((entry.Rule, entry.Action, entry.Pointer, entry.ContentHash), entry);
        var used = new HashSet<Acceptance>(ReferenceEqualityComparer.Instance);
        var accepted = findings.Select(finding =>
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
                notes.Add(new Note(NoteKind.StaleAcceptance, RuleTable.Find(entry.Rule) is null ? $"there is no rule '{entry.Rule}'. Correct or remove the entry" : $"no finding matches {what} with this hash: it is fixed or has changed again. Remove the entry", entry.Location));
            else if (entry.Expires < today)
                notes.Add(new Note(NoteKind.ExpiredAcceptance, FormattableString.Invariant($"the acceptance of {what} ended on {entry.Expires:yyyy-MM-dd}. Renew or remove the entry"), entry.Location));
        }

        return accepted;
    }
}
