using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares the credentials that an operation accepts.</summary>
internal static class SecurityComparison
{
    public static IEnumerable<Finding> Compare(ApiOperation before, ApiOperation after, SpecSite site)
    {
        var was = CredentialSet.Of(before, site.DocumentPair.Before.Root);
        var now = CredentialSet.Of(after, site.DocumentPair.After.Root);
        var isRefused = was.Any(old => !now.Any(set => set.IsPartOf(old)));
        var isAccepted = now.Any(set => !was.Any(old => old.IsPartOf(set)));
        if (!isRefused && !isAccepted)
            yield break;
        yield return site.Finding(
            SpecRules.Security,
            isRefused && isAccepted ? Change.Changed : isRefused ? Change.Tightened : Change.Loosened,
            isRefused ? Verdict.Breaking : Verdict.Compatible,
            $"the accepted credentials were {Join(was)} and are now {Join(now)}",
            site.Before["security"],
            site.After["security"],
            Direction.Parameters);
    }

    // A client chooses an alternative, so their order does not count.
    private static string Join(IEnumerable<CredentialSet> sets) =>
        string.Join(" or ", sets.Select(set => set.ToString()).Distinct().Order(StringComparer.Ordinal));
}
