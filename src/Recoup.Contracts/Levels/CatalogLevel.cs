using Recoup.Catalogs;
using Recoup.Contracts.Levels.Source;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Levels;

/// <summary>Two catalogs: which actions there are, what is said about them, then each action's schemas and its C#.</summary>
internal static class CatalogLevel
{
    public static LevelOutcome Compare(Sides sides, DiffOptions options, List<Note> notes, CancellationToken cancellation)
    {
        var pairs = CatalogPairs.Of(sides);
        var isSuspect = options.SuspectOutages && OutageGuard.Check(pairs, notes);
        var source = options.WireOnly ? null : BoundCatalogs.Of(sides, options.HasResultViews, cancellation);
        var findings = new List<Finding>();
        findings.AddRange(Membership.Compare(pairs, sides, options, isSuspect, source));
        findings.AddRange(pairs.Common.SelectMany(pair => Texts(pair, sides)));
        findings.AddRange(Connections.Compare(pairs, sides));
        var schemas = pairs.Common.AsParallel().AsOrdered().WithCancellation(cancellation)
            .SelectMany(pair => SchemaLevel.Compare(pair.Old, pair.New, sides, options.Seed)).ToList();
        findings.AddRange(Dialect.Collapse(pairs, sides, schemas));
        if (source is not null)
            findings.AddRange(source.Compare(pairs, sides));
        return new LevelOutcome(findings, pairs.Common.Count);
    }

    private static IEnumerable<Finding> Texts((CatalogAction Old, CatalogAction New) pair, Sides sides)
    {
        var field = new FieldComparison(
            pair.Old.Slug, sides, pair.Old.Source, pair.New.Source, DocumentPointer.Of(sides.Old, pair.Old), DocumentPointer.Of(sides.New, pair.New));
        if (pair.Old.Description != pair.New.Description)
            yield return field.Finding(CatalogRules.Description, "description", "the description has changed", Verdict.Behavior);
        if (pair.Old.Name != pair.New.Name)
            yield return field.Finding(CatalogRules.Name, "name", $"the name was '{pair.Old.Name}' and is now '{pair.New.Name}'", Verdict.Behavior);
        if (pair.Old.ConnectorSlug != pair.New.ConnectorSlug)
            yield return field.Finding(CatalogRules.ConnectorSlug, "connectorSlug", $"the action belonged to '{pair.Old.ConnectorSlug}' and now belongs to '{pair.New.ConnectorSlug}'", Verdict.Behavior);
    }
}
