using System.Globalization;
using Recoup.Catalogs;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>
/// Reports a change of the server's schema dialect as one finding, because it affects all schemas. The finding includes the known effects
/// of such a switch: properties with a default become required, and formats get a pattern.
/// </summary>
internal static class Dialect
{
    public static IReadOnlyList<Finding> Collapse(CatalogPairs pairs, DocumentPair documents, IReadOnlyList<Finding> findings)
    {
        var switched = pairs.Changed.Where(pair => DialectOf(pair.Before) != DialectOf(pair.After)).ToList();
        if (switched.Count == 0)
            return findings;
        var slugs = switched.ToDictionary(pair => pair.Before.Slug, pair => pair.After, StringComparer.Ordinal);
        var kept = findings.Where(finding =>
            finding.Action is null || !slugs.TryGetValue(finding.Action, out var action) || !ComesWithSwitch(finding, action)).ToList();
        var (before, after) = switched[0];
        var (dialectBefore, dialectAfter) = (DialectOf(before), DialectOf(after));
        kept.Add(new Finding
        {
            Rule = CatalogRules.Dialect,
            Verdict = Verdict.Behavior,
            Change = Change.Changed,
            Message = string.Create(CultureInfo.InvariantCulture,
                $"the server writes its schemas in another dialect: {dialectBefore ?? "none named"} before, "
                    + $"{dialectAfter ?? "none named"} now, in {switched.Count} {(switched.Count == 1 ? "action" : "actions")}"),
            Reason = findings.Count == kept.Count ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"this finding includes {findings.Count - kept.Count} changes that such a switch causes: defaulted properties are "
                        + $"listed as required, formats have a pattern"),
            Pointer = "/$schema",
            Before = dialectBefore,
            After = dialectAfter,
            Affected = [.. slugs.Keys.Order(StringComparer.Ordinal)],
            BeforeLocation = documents.InBefore(before.ParametersSource["$schema"], before.Pointer + "/parameters/$schema"),
            AfterLocation = documents.InAfter(after.ParametersSource["$schema"], after.Pointer + "/parameters/$schema"),
            ContentHash = ContentHash.Of(dialectBefore, dialectAfter),
        });
        return kept;
    }

    private static string? DialectOf(CatalogAction action) => action.ParametersSource["$schema"].AsString();

    private static bool ComesWithSwitch(Finding finding, CatalogAction action)
    {
        if (finding.Change != Change.Added || finding.Rule.Keyword is not ("required" or "pattern"))
            return false;
        return action.Source.TryResolve(
            finding.Rule.Keyword == "pattern" ? finding.Pointer[..finding.Pointer.LastIndexOf('/')] : finding.Pointer, out var schema)
            && schema.TryGetProperty(finding.Rule.Keyword == "pattern" ? "format" : "default", out _);
    }
}
