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
        foreach (var finding in Addresses(before, after, site))
            yield return finding;
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

    /// <summary>Reports flows that get their tokens elsewhere. A program that is configured with the old address may fail.</summary>
    private static IEnumerable<Finding> Addresses(ApiOperation before, ApiOperation after, SpecSite site)
    {
        var was = CredentialSet.AddressesOf(before, site.DocumentPair.Before.Root);
        var now = CredentialSet.AddressesOf(after, site.DocumentPair.After.Root);
        foreach (var (flow, address) in was)
        {
            if (now.TryGetValue(flow, out var other) && other != address)
            {
                yield return site.Finding(
                    SpecRules.Security, Change.Changed, Verdict.Behavior, $"the {flow} was {address} and is now {other}",
                    site.Before["security"], site.After["security"], Direction.Parameters);
            }
        }
    }

    // A client chooses an alternative, so their order does not count.
    private static string Join(IEnumerable<CredentialSet> sets) =>
        string.Join(" or ", sets.Select(set => set.ToString()).Distinct().Order(StringComparer.Ordinal));
}
