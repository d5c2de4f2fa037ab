using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares the body that an operation takes.</summary>
internal static class BodyComparison
{
    public static IEnumerable<Finding> Compare(ApiOperation was, ApiOperation now, SpecSite site, int seed)
    {
        var (before, after) = (BodyOf(was, site.DocumentPair.Before), BodyOf(now, site.DocumentPair.After));
        if (before is null && after is null)
            yield break;
        var (partBefore, partAfter) = (site.InBefore("requestBody"), site.InAfter("requestBody"));
        if (before is null || after is null)
        {
            yield return site.Finding(SpecRules.Body, before is null
                ? Change.Added
                : Change.Removed, before is null && !after!.IsRequired ? Verdict.Compatible : Verdict.Breaking,
                before is null
                    ? $"the operation now takes a body{(after!.IsRequired ? ", which is required" : "")}"
                    : "the operation no longer takes a body", partBefore, partAfter, Direction.Parameters);
            yield break;
        }

        if (before.IsRequired != after.IsRequired)
        {
            yield return site.Finding(SpecRules.BodyRequired, after.IsRequired
                ? Change.Added
                : Change.Removed, after.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the body is {(after.IsRequired ? "now required" : "no longer required")}", partBefore, partAfter, Direction.Parameters);
        }

        var content = new ContentComparison(before.Content, after.Content, site, "body", Direction.Parameters, partBefore, partAfter);
        foreach (var finding in content.Compare(seed))
            yield return finding;
    }

    // A body without a media type says nothing. In 3.0, the body of these methods is ignored (OpenAPI 3.0.3, section 4.7.10.1).
    private static ApiBody? BodyOf(ApiOperation operation, ContractDocument document)
    {
        var isIgnored = operation.Method is "GET" or "HEAD" or "DELETE" && SpecDialect.Of(document.Root).IsVersion30;
        return isIgnored || operation.Body?.Content.Count == 0 ? null : operation.Body;
    }
}
