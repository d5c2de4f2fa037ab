using System.Globalization;
using Recoup.Catalogs;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>
/// A server that writes its schemas in another dialect changes all of them without meaning to: one finding, which takes up what such a
/// switch is known to bring (defaulted properties become required, formats come with a pattern).
/// </summary>
internal static class Dialect
{
    public static IReadOnlyList<Finding> Collapse(CatalogPairs pairs, Sides sides, IReadOnlyList<Finding> findings)
    {
        var switched = pairs.Common.Where(pair => DialectOf(pair.Old) != DialectOf(pair.New)).ToList();
        if (switched.Count == 0)
            return findings;
        var slugs = switched.ToDictionary(pair => pair.Old.Slug, pair => pair.New, StringComparer.Ordinal);
        var kept = findings.Where(finding => finding.Action is null || !slugs.TryGetValue(finding.Action, out var action) || !ComesWithSwitch(finding, action)).ToList();
        var (old, @new) = switched[0];
        var (before, after) = (DialectOf(old), DialectOf(@new));
        kept.Add(new Finding
        {
            Rule = CatalogRules.Dialect,
            Verdict = Verdict.Behavior,
            Change = Change.Changed,
            Message = string.Create(CultureInfo.InvariantCulture,
                $"the server writes its schemas in another dialect: {before ?? "none named"} before, {after ?? "none named"} now, in {switched.Count} {(switched.Count == 1 ? "action" : "actions")}"),
            Reason = findings.Count == kept.Count ? null
                : string.Create(CultureInfo.InvariantCulture, $"this finding includes {findings.Count - kept.Count} changes that such a switch causes: defaulted properties are listed as required, formats have a pattern"),
            Pointer = "/$schema",
            Before = before,
            After = after,
            Affected = [.. slugs.Keys.Order(StringComparer.Ordinal)],
            OldLocation = sides.InOld(old.ParametersSource["$schema"], DocumentPointer.Of(sides.Old, old) + "/parameters/$schema"),
            NewLocation = sides.InNew(@new.ParametersSource["$schema"], DocumentPointer.Of(sides.New, @new) + "/parameters/$schema"),
            ContentHash = ContentHash.Of(before, after),
        });
        return kept;
    }

    private static string? DialectOf(CatalogAction action) => action.ParametersSource["$schema"].AsString();

    private static bool ComesWithSwitch(Finding finding, CatalogAction action)
    {
        if (finding.Change != Change.Added || finding.Rule.Keyword is not ("required" or "pattern"))
            return false;
        return action.Source.TryResolve(finding.Rule.Keyword == "pattern" ? finding.Pointer[..finding.Pointer.LastIndexOf('/')] : finding.Pointer, out var schema)
            && schema.TryGetProperty(finding.Rule.Keyword == "pattern" ? "format" : "default", out _);
    }
}
