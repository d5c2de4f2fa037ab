using Recoup.Catalogs.Problems;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>Actions that are too deep to read. They are neither added nor removed, and whether they changed is not known.</summary>
internal static class UnreadableActions
{
    public static IEnumerable<Finding> Compare(DocumentPair documents)
    {
        var (before, after) = (In(documents.Before), In(documents.After));
        foreach (var slug in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(slug), after.GetValueOrDefault(slug));
            yield return new Finding
            {
                Rule = CatalogRules.Action,
                Verdict = Verdict.Unproven,
                Change = Change.Changed,
                Message = "the action was not compared",
                Reason = (was, now) switch
                {
                    (not null, not null) => "both catalogs nest it too deeply to be read",
                    (not null, null) => "the old catalog nests it too deeply to be read",
                    _ => "the new catalog nests it too deeply to be read",
                },
                Action = slug,
                BeforeLocation = At(documents.Before, was),
                AfterLocation = At(documents.After, now),
                ContentHash = ContentHash.Of(was?.Message, now?.Message),
            };
        }
    }

    /// <summary>The pairs without the actions that one of the catalogs has in a form that cannot be read.</summary>
    public static CatalogPairs Without(CatalogPairs pairs, DocumentPair documents)
    {
        var slugs = In(documents.Before).Keys.Concat(In(documents.After).Keys).ToHashSet(StringComparer.Ordinal);
        return slugs.Count == 0 ? pairs : pairs with
        {
            Added = [.. pairs.Added.Where(action => !slugs.Contains(action.Slug))],
            Removed = [.. pairs.Removed.Where(action => !slugs.Contains(action.Slug))],
        };
    }

    private static Dictionary<string, Problem> In(ContractDocument document)
    {
        var problems = new Dictionary<string, Problem>(StringComparer.Ordinal);
        foreach (var problem in document.Problems.Where(problem => problem.Descriptor == CatalogProblems.NestedTooDeep))
            problems.TryAdd(problem.Slug!, problem);
        return problems;
    }

    private static Location? At(ContractDocument document, Problem? problem) =>
        problem?.Range is { } range ? new Location(document.Path ?? document.Name, "", range) : null;
}
