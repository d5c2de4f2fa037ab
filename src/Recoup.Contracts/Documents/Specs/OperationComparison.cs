using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares an operation before and after.</summary>
internal static class OperationComparison
{
    public static IEnumerable<Finding> Compare(ApiOperation before, ApiOperation after, SpecSite site, DiffOptions options) =>
    [
        .. Texts(before, after, site),
        .. ParameterComparison.Compare(before, after, site, options.Seed),
        .. BodyComparison.Compare(before, after, site, options.Seed),
        .. ResponseComparison.Compare(before, after, site, options.Seed),
        .. SecurityComparison.Compare(before, after, site),
        .. Callbacks(before.Source["callbacks"], after.Source["callbacks"], "the callbacks of the operation", site),
    ];

    /// <summary>Reports messages that the server sends on its own, whose parts are not compared.</summary>
    public static IEnumerable<Finding> Callbacks(PositionedElement before, PositionedElement after, string what, SpecSite site)
    {
        if (Text(before) != Text(after)
            || Targets(before, site.DocumentPair.Before.Root) != Targets(after, site.DocumentPair.After.Root))
            yield return site.Finding(SpecRules.Callback, ChangeOf(before, after), Verdict.Unproven, $"{what} have changed", before, after,
                reason: "callbacks and webhooks are compared as texts only, with all that they refer to");
    }

    private static IEnumerable<Finding> Texts(ApiOperation before, ApiOperation after, SpecSite site)
    {
        var (idBefore, idAfter) = (before.Source["operationId"], after.Source["operationId"]);
        if (idBefore.AsString() != idAfter.AsString())
        {
            yield return site.Finding(SpecRules.OperationId, ChangeOf(idBefore, idAfter), Verdict.Behavior,
                $"the operationId was {Word(idBefore)} and is now {Word(idAfter)}", idBefore, idAfter);
        }

        if (before.IsDeprecated != after.IsDeprecated)
        {
            yield return site.Finding(SpecRules.Deprecated, after.IsDeprecated ? Change.Added : Change.Removed, Verdict.Behavior,
                after.IsDeprecated ? "the operation is now deprecated" : "the operation is no longer deprecated",
                 before.Source["deprecated"], after.Source["deprecated"]);
        }

        if (before.Description != after.Description || before.Summary != after.Summary)
        {
            var field = before.Description != after.Description ? "description" : "summary";
            yield return site.Finding(
                SpecRules.Description,
                Change.Changed,
                Verdict.Behavior,
                $"the {field} has changed",
                before.Source[field],
                after.Source[field]);
        }
    }

    private static string Word(PositionedElement id) => id.AsString() is { } text ? $"'{text}'" : "not given";

    private static Change ChangeOf(PositionedElement before, PositionedElement after) =>
        before.ValueKind == JsonValueKind.Undefined ? Change.Added
        : after.ValueKind == JsonValueKind.Undefined ? Change.Removed
        : Change.Changed;

    private static string Text(PositionedElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || IsEmpty(value) ? "" : CanonicalJson.Of(value.ToJsonElement());

    /// <summary>The texts of all that a part of a document refers to.</summary>
    private static string Targets(PositionedElement value, PositionedElement root)
    {
        var targets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<PositionedElement>([value]);
        while (open.TryPop(out var next))
        {
            if (next.ValueKind == JsonValueKind.Undefined)
                continue;
            foreach (var reference in next.DescendantsAndSelf().Select(part => part["$ref"].AsString()).OfType<string>())
            {
                if (!targets.ContainsKey(reference) && root.TryFollow(reference, out var target))
                {
                    targets.Add(reference, CanonicalJson.Of(target.ToJsonElement()));
                    open.Push(target);
                }
            }
        }

        return string.Join('\n', targets.Select(pair => pair.Key + " " + pair.Value));
    }

    private static bool IsEmpty(PositionedElement value) => value.ValueKind == JsonValueKind.Object && !value.EnumerateObject().MoveNext();
}
