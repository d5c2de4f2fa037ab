using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>
/// Compares the documented responses of an operation. A status that is not listed has the response of its range, or else the default one
/// (OpenAPI 3.1, section 4.8.16).
/// </summary>
internal static class ResponseComparison
{
    private const string Default = "default";

    public static IEnumerable<Finding> Compare(ApiOperation before, ApiOperation after, SpecSite site, int seed)
    {
        var seen = new HashSet<(string?, string?)>();
        foreach (var status in before.Responses.Concat(after.Responses)
            .Select(response => response.Status)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            var (was, now) = (Find(before, status), Find(after, status));
            if (!seen.Add((was?.Status, now?.Status)))
                continue;
            foreach (var finding in was is not null && now is not null
                ? Both(was, now, status, site, seed)
                : [One(was, now, status, after, site)])
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Both(ApiResponse was, ApiResponse now, string status, SpecSite site, int seed)
    {
        var content = new ContentComparison(
            was.Content, now.Content, site, $"response {status}", Direction.Results, was.Source, now.Source);
        return [.. content.Compare(seed), .. HeaderComparison.Compare(was, now, status, site, seed)];
    }

    private static Finding One(ApiResponse? was, ApiResponse? now, string status, ApiOperation after, SpecSite site)
    {
        // Programs wait for a success status that no longer occurs; they do not know a new failure status.
        var isMissed = status[0] == '2'
            && !(IsRange(status) && after.Responses.Any(response => response.Status[0] == '2'));
        return site.Finding(SpecRules.Status, was is null ? Change.Added : Change.Removed,
            was is null ? Verdict.Behavior : isMissed ? Verdict.Breaking : Verdict.Compatible,
            (was is null, status) switch
            {
                (true, Default) => "a status that is not documented may now be returned",
                (true, _) => $"the status {status} may now be returned",
                (_, Default) => "only documented statuses are returned now",
                _ => $"the status {status} is no longer returned",
            },
            was?.Source ?? default,
            now?.Source ?? default,
            Direction.Results);
    }

    private static ApiResponse? Find(ApiOperation operation, string status) =>
        Exact(operation, status)
        ?? (status == Default || IsRange(status) ? null : Exact(operation, status[0] + "XX"))
        ?? Exact(operation, Default);

    private static ApiResponse? Exact(ApiOperation operation, string status) =>
        operation.Responses.FirstOrDefault(response => response.Status == status);

    private static bool IsRange(string status) => status.EndsWith("XX", StringComparison.Ordinal);
}
