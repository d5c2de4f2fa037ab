using Recoup.Catalogs;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares the addresses of the servers: those of the documents once, and those of operations that have their own.</summary>
internal static class ServerComparison
{
    public static IEnumerable<Finding> Compare(
        IReadOnlyList<(ApiOperation Before, ApiOperation After, SpecSite Site)> operations, SpecSite whole)
    {
        var (before, after) = (whole.DocumentPair.Before.Spec!, whole.DocumentPair.After.Spec!);
        var moved = operations.Where(pair => !IsSame(pair.Before, before, pair.After, after)).ToList();
        var (was, now) = (ServerList.Of(before), ServerList.Of(after));

        // The same addresses can be divided differently between the servers and the paths.
        if (!was.IsSame(now) && (operations.Count == 0 || moved.Exists(pair => !HasOwn(pair.Before, before, pair.After, after))))
            yield return whole.Finding(SpecRules.Server, ChangeOf(was, now), VerdictOf(was, now),
                $"the address of the API was {was} and is now {now}", before.Source["servers"], after.Source["servers"]);
        foreach (var (one, other, site) in moved.Where(pair => HasOwn(pair.Before, before, pair.After, after)))
        {
            var (from, to) = (ServerList.Of(one, before), ServerList.Of(other, after));
            yield return site.Finding(SpecRules.Server, ChangeOf(from, to), VerdictOf(from, to),
                $"the address of the operation was {from} and is now {to}", one.Source["servers"], other.Source["servers"]);
        }
    }

    private static bool IsSame(ApiOperation before, ApiSpec specBefore, ApiOperation after, ApiSpec specAfter)
    {
        var (was, now) = (Whole(before, specBefore), Whole(after, specAfter));
        return was.IsSame(now);
    }

    private static ServerList Whole(ApiOperation operation, ApiSpec spec)
    {
        var (servers, path) = (ServerList.Of(operation, spec), PathShape.Of(operation.Path).Text);
        return servers with { Addresses = [.. servers.Addresses.Select(address => address + path)] };
    }

    private static bool HasOwn(ApiOperation before, ApiSpec specBefore, ApiOperation after, ApiSpec specAfter) =>
        ServerList.Of(before, specBefore).IsOwn || ServerList.Of(after, specAfter).IsOwn;

    private static Change ChangeOf(ServerList before, ServerList after) => VerdictOf(before, after) == Verdict.Compatible
        ? Change.Added
        : Change.Changed;

    private static Verdict VerdictOf(ServerList before, ServerList after) =>
        before.Addresses[0] == after.Addresses[0] && before.Addresses.All(address => after.Addresses.Contains(address))
            ? Verdict.Compatible
            : Verdict.Behavior;
}
