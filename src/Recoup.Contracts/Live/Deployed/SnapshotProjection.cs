using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>
/// Removes differences between a stored and a live catalog that a known divergence explains. Such a difference is reported once, for the
/// divergence, and not for each action.
/// </summary>
internal static class SnapshotProjection
{
    private const string ParameterPointer = "/parameters/properties/";

    /// <summary>
    /// Removes actions that were not connected when the catalog was stored and are not listed now, because they prove nothing (D8).
    /// </summary>
    public static ContractDocument WithoutUnlisted(ContractDocument snapshot, RecoupCatalog live, IReadOnlyList<LiveConnector> connectors)
    {
        var listed = live.Actions.Select(action => action.Slug).ToHashSet(StringComparer.Ordinal);
        var connected = connectors.Where(connector => connector.IsConnected)
            .Select(connector => connector.Slug)
            .ToHashSet(StringComparer.Ordinal);
        var kept = snapshot.Catalog!.Where(action =>
            action.IsConnected || listed.Contains(action.Slug) || connected.Contains(action.ConnectorSlug));
        return kept.Actions.Count == snapshot.Catalog!.Actions.Count ? snapshot : snapshot.With(kept);
    }

    /// <summary>Returns the findings that no divergence explains.</summary>
    public static IEnumerable<Finding> Unexplained(IEnumerable<Finding> findings, RecoupCatalog snapshot, RecoupCatalog live)
    {
        var both = Both(snapshot, live);
        return findings.Where(finding => !IsExplained(finding));

        bool IsExplained(Finding finding)
        {
            if (finding.Action is { } slug && both.TryGetValue(slug, out var served))
            {
                if (finding.Rule == CatalogRules.ResultSchema)
                    return served.After.OutputParameters is null;
                if (finding.Rule == CatalogRules.Name)
                    return served.Before.Name == slug || served.After.Name == slug;
                if (finding.Rule == CatalogRules.ConnectorSlug)
                    return ConnectorPrefix.Of(slug) is var prefix
                        && (served.Before.ConnectorSlug == prefix || served.After.ConnectorSlug == prefix);
                return finding.Rule.Level is RuleLevel.Schema or RuleLevel.Source
                    && served.IsApproximatedOnce
                    && !SurvivesApproximation(finding);
            }

            return finding.Rule == CatalogRules.Dialect
                && finding.Affected.All(slug => both.TryGetValue(slug, out var pair) && pair.IsApproximatedOnce);
        }
    }

    /// <summary>What the live schemas show about D12. An approximation names its dialect; the providers' schemas do not.</summary>
    /// <param name="snapshot">The stored catalog.</param>
    /// <param name="live">The live catalog.</param>
    /// <param name="operation">Method and path of the list.</param>
    /// <param name="areExpected">Whether a schema that was stored with a dialect is expected to be an approximation.</param>
    public static IEnumerable<Observation> Approximations(
        RecoupCatalog snapshot, RecoupCatalog live, string operation, bool areExpected)
    {
        var whole = live.Actions.Where(action => DialectOf(action) == false)
            .Select(action => See(action, ObservedBehavior.Documented, "is served with its provider's schema"))
            .ToList();
        var both = Both(snapshot, live).Values;
        var approximated = both.Where(served => served is { NamedDialect: false, NamesDialect: true })
            .Select(served => See(
                served.After, ObservedBehavior.Deployed, "is stored with its provider's schema and served with an approximation"));
        var still = whole.Count == 0 || !areExpected
            ? []
            : both.Where(served => served is { NamedDialect: true, NamesDialect: true })
                .Select(served => See(served.After, ObservedBehavior.Deployed, "is served with an approximation"));
        return [.. whole, .. approximated, .. still];

        Observation See(CatalogAction action, ObservedBehavior behavior, string what) =>
            new("D12", behavior, new ProbeStep("P16") { Slug = action.Slug }, operation, $"{operation}: {action.Slug} {what}");
    }

    /// <summary>The number of actions whose schema is the provider's own in one catalog and an approximation in the other.</summary>
    public static int CountApproximated(RecoupCatalog snapshot, RecoupCatalog live) =>
        Both(snapshot, live).Values.Count(served => served.IsApproximatedOnce);

    private static Dictionary<string, Served> Both(RecoupCatalog snapshot, RecoupCatalog live)
    {
        var before = snapshot.Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        return live.Actions.Where(action => before.ContainsKey(action.Slug))
            .ToDictionary(action => action.Slug, action => new Served(before[action.Slug], action), StringComparer.Ordinal);
    }

    // An approximation has the same parameters, and requires none that the provider does not require.
    private static bool SurvivesApproximation(Finding finding) => finding.Pointer.StartsWith(ParameterPointer, StringComparison.Ordinal)
        && !finding.Pointer.AsSpan(ParameterPointer.Length).Contains('/')
        && (finding.Rule == KeywordRules.Of("properties")
            ? finding.Change is Change.Added or Change.Removed or Change.Changed
            : finding.Rule == KeywordRules.Of("required") && finding.Change == Change.Added);

    /// <summary>Whether the schema names a dialect; null for an empty schema.</summary>
    private static bool? DialectOf(CatalogAction action) =>
        action.ParametersSource.ValueKind == JsonValueKind.Undefined || !action.Parameters.EnumerateObject().Any()
        ? null
        : action.ParametersSource.TryGetProperty("$schema", out _);

    /// <summary>An action in both catalogs, and whether its stored and its live schema name a dialect.</summary>
    private sealed record Served(CatalogAction Before, CatalogAction After)
    {
        public bool? NamedDialect { get; } = DialectOf(Before);

        public bool? NamesDialect { get; } = DialectOf(After);

        public bool IsApproximatedOnce => NamedDialect is { } before && NamesDialect is { } now && before != now;
    }
}
