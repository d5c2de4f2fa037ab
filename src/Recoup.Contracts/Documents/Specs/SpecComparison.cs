using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Source;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares two OpenAPI documents: operations by method and path, then the parameters, bodies and responses of each.</summary>
internal static class SpecComparison
{
    public static ComparisonOutcome Compare(DocumentPair documents, DiffOptions options, CancellationToken cancellation)
    {
        var before = documents.Before.Spec!.Operations.ToDictionary(Name, StringComparer.Ordinal);
        var after = documents.After.Spec!.Operations.ToDictionary(Name, StringComparer.Ordinal);
        var pointers = (new PointerIndex(documents.Before.Root), new PointerIndex(documents.After.Root));
        var findings = new List<Finding>();
        var source = options.WireOnly ? null : BoundSpecs.Of(documents);
        var common = new List<(ApiOperation, ApiOperation, SpecSite)>();
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var site = new SpecSite(
                name,
                documents,
                before.GetValueOrDefault(name)?.Source ?? default,
                after.GetValueOrDefault(name)?.Source ?? default,
                pointers.Item1,
                pointers.Item2);
            if (!after.TryGetValue(name, out var now))
            {
                findings.Add(site.Finding(
                    SpecRules.Operation,
                    Change.Removed,
                    Verdict.Breaking,
                    "the operation was removed: the server responds with 404 or 405",
                    site.Before,
                    default) with
                {
                    Source = source?.Without(before[name]),
                });
            }
            else if (!before.TryGetValue(name, out var was))
            {
                findings.Add(site.Finding(
                    SpecRules.Operation, Change.Added, Verdict.Compatible, "the operation was added", default, site.After));
            }
            else
            {
                common.Add((was, now, site));
                findings.AddRange(OperationComparison.Compare(was, now, site, options));
            }
        }

        var whole = new SpecSite(null, documents, default, default, pointers.Item1, pointers.Item2);
        if (source is not null)
            findings.AddRange(source.Compare(common, whole));
        if (documents.Before.Spec.Server != documents.After.Spec.Server)
        {
            findings.Add(whole.Finding(SpecRules.Server, Change.Changed, Verdict.Behavior,
                $"the address of the API was {documents.Before.Spec.Server ?? "not given"} and is now "
                    + $"{documents.After.Spec.Server ?? "not given"}", documents.Before.Root["servers"], documents.After.Root["servers"]));
        }

        return new ComparisonOutcome(findings, common.Count);
    }

    private static string Name(ApiOperation operation) => $"{operation.Method} {operation.Path}";
}
