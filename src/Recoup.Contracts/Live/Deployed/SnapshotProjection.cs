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

    /// <summary>
    /// Returns the findings that no divergence explains, and adds an observation for each divergence that explains others.
    /// </summary>
    public static IEnumerable<Finding> Unexplained(
        IEnumerable<Finding> findings, RecoupCatalog snapshot, RecoupCatalog live, string operation, List<Observation> observations)
    {
        var both = Both(snapshot, live);
        if (both.FirstOrDefault(pair => pair.Value is { NamedDialect: false, NamesDialect: true }) is { Key: { } approximated })
            observations.Add(See(
                "D12", ObservedBehavior.Deployed, $"{approximated} is stored with its provider's schema and served with an approximation"));
        if (live.Actions.FirstOrDefault(action => DialectOf(action) == false) is { } whole)
            observations.Add(See("D12", ObservedBehavior.Documented, $"{whole.Slug} is served with its provider's schema"));
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
                    return served.Before.ConnectorSlug == Prefix(slug) || served.After.ConnectorSlug == Prefix(slug);
                return finding.Rule.Level is RuleLevel.Schema or RuleLevel.Source
                    && served.IsApproximatedOnce
                    && !SurvivesApproximation(finding);
            }

            return finding.Rule == CatalogRules.Dialect
                && finding.Affected.All(slug => both.TryGetValue(slug, out var pair) && pair.IsApproximatedOnce);
        }

        Observation See(string row, ObservedBehavior behavior, string evidence) =>
            new(row, behavior, new ProbeStep("P16"), operation, $"{operation}: {evidence}");
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

    private static string Prefix(string slug) => slug.Split('_')[0].ToLowerInvariant();

    /// <summary>An action in both catalogs, and whether its stored and its live schema name a dialect.</summary>
    private sealed record Served(CatalogAction Before, CatalogAction After)
    {
        public bool? NamedDialect { get; } = DialectOf(Before);

        public bool? NamesDialect { get; } = DialectOf(After);

        public bool IsApproximatedOnce => NamedDialect is { } before && NamesDialect is { } now && before != now;
    }
}
