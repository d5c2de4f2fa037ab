using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Source;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares two OpenAPI documents: operations by method and path, then the parameters, bodies and responses of each.</summary>
internal static class SpecComparison
{
    public static ComparisonOutcome Compare(DocumentPair documents, DiffOptions options, CancellationToken cancellation)
    {
        var (specBefore, specAfter) = (documents.Before.Spec!, documents.After.Spec!);
        var whole = new SpecSite(
            null,
            documents,
            default,
            default,
            new PointerIndex(documents.Before.Root),
            new PointerIndex(documents.After.Root),
            new SchemaClosure(documents.Before.Root, documents.After.Root));
        var pairs = OperationPairs.Of(specBefore, specAfter);
        var source = options.WireOnly ? null : BoundSpecs.Of(documents);
        var findings = new List<Finding>();
        var common = new List<(ApiOperation Before, ApiOperation After, SpecSite Site)>();
        foreach (var (was, now) in pairs.Common)
            common.Add((was, now, whole with { Operation = Name(was), Before = was.Source, After = now.Source }));
        findings.AddRange(common.AsParallel().AsOrdered().WithCancellation(cancellation)
            .SelectMany(pair => OperationComparison.Compare(pair.Before, pair.After, pair.Site, options)));

        var paths = new PathIndex(specAfter.Operations);
        findings.AddRange(pairs.Removed.Select(operation => Removed(operation, documents, paths, whole) with
        {
            Source = source?.Without(operation),
        }));
        findings.AddRange(pairs.Added.Select(operation => (whole with { Operation = Name(operation), After = operation.Source }).Finding(
            SpecRules.Operation, Change.Added, Verdict.Compatible, "the operation was added", default, operation.Source)));
        if (source is not null)
            findings.AddRange(source.Compare(common, whole));
        findings.AddRange(ServerComparison.Compare(common, whole));
        findings.AddRange(OperationComparison.Callbacks(
            documents.Before.Root["webhooks"], documents.After.Root["webhooks"], "the webhooks of the API", whole));
        return new ComparisonOutcome(findings, common.Count);
    }

    private static Finding Removed(ApiOperation operation, DocumentPair documents, PathIndex paths, SpecSite whole)
    {
        var site = whole with { Operation = Name(operation), Before = operation.Source };
        var reason = WhyUncertain(operation, documents.After, paths);
        return site.Finding(
            SpecRules.Operation,
            Change.Removed,
            reason is null ? Verdict.Breaking : Verdict.Unproven,
            reason is null ? "the operation was removed: the server responds with 404 or 405" : "the operation was removed",
            operation.Source,
            default,
            reason: reason);
    }

    /// <summary>Why a removed operation may still be answered, or null.</summary>
    private static string? WhyUncertain(ApiOperation operation, ContractDocument after, PathIndex paths)
    {
        var path = PathShape.Of(operation.Path);
        foreach (var problem in after.Problems.Where(problem => problem.Descriptor.LeavesCodeOut && problem.Pointer is not null))
        {
            var steps = JsonPointer.Parse(problem.Pointer!);
            if (steps is ["paths", var other, ..] && (other == operation.Path || PathShape.Of(other).Text == path.Text))
                return $"a part of this path in the new document is not valid ({problem.Descriptor.Id})";
        }

        return paths.Includes(operation) is { } wider ? $"{Name(wider)} now takes requests with this path" : null;
    }

    private static string Name(ApiOperation operation) => $"{operation.Method} {operation.Path}";
}
