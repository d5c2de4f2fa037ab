using Recoup.Catalogs;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Source;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>Compares two catalogs: the lists of actions, their texts, and then the schemas and the C# of each action.</summary>
internal static class CatalogComparison
{
    public static ComparisonOutcome Compare(DocumentPair documents, DiffOptions options, List<Note> notes, CancellationToken cancellation)
    {
        var pairs = UnreadableActions.Without(CatalogPairs.Of(documents), documents);
        var isSuspect = options.SuspectOutages && OutageGuard.Check(pairs, notes);
        var source = options.WireOnly || pairs.AreSame ? null : BoundCatalogs.Of(documents, options.HasResultViews, cancellation);
        var findings = new List<Finding>();
        findings.AddRange(Membership.Compare(pairs, documents, options, isSuspect, source));
        findings.AddRange(UnreadableActions.Compare(documents));
        findings.AddRange(pairs.Changed.SelectMany(pair => Texts(pair, documents)));
        findings.AddRange(Connections.Compare(pairs, documents));
        var schemas = pairs.Changed.AsParallel().AsOrdered().WithCancellation(cancellation)
            .SelectMany(pair => ActionSchemaComparison.Compare(pair.Before, pair.After, documents, options.Seed)).ToList();
        findings.AddRange(Dialect.Collapse(pairs, documents, schemas));
        if (source is not null)
            findings.AddRange(source.Compare(pairs, documents));
        return new ComparisonOutcome(findings, pairs.Common.Count);
    }

    private static IEnumerable<Finding> Texts((CatalogAction Before, CatalogAction After) pair, DocumentPair documents)
    {
        var field = new FieldComparison(
            pair.Before.Slug, documents, pair.Before.Source, pair.After.Source, pair.Before.Pointer, pair.After.Pointer);
        if (pair.Before.Description != pair.After.Description)
            yield return field.Finding(CatalogRules.Description, "description", "the description has changed", Verdict.Behavior);
        if (pair.Before.Name != pair.After.Name)
            yield return field.Finding(
                CatalogRules.Name, "name", $"the name was '{pair.Before.Name}' and is now '{pair.After.Name}'", Verdict.Behavior);
        if (pair.Before.ConnectorSlug != pair.After.ConnectorSlug)
            yield return field.Finding(
                CatalogRules.ConnectorSlug,
                "connectorSlug",
                $"the action belonged to '{pair.Before.ConnectorSlug}' and now belongs to '{pair.After.ConnectorSlug}'",
                Verdict.Behavior);
    }
}
