using System.Globalization;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Source;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Schemas.Edits;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>Finds added and removed actions. A connector that is added or removed as a whole is one finding.</summary>
internal static class Membership
{
    public static IEnumerable<Finding> Compare(
        CatalogPairs pairs, DocumentPair documents, DiffOptions options, bool isSuspect, BoundCatalogs? source)
    {
        var renames = isSuspect ? [] : ActionRenames.Of(pairs);
        foreach (var (before, after) in renames)
            yield return Renamed(before, after, documents) with { Source = source?.WithoutAction(before) };
        pairs = pairs with
        {
            Removed = [.. pairs.Removed.Except(renames.Select(rename => rename.Before))],
            Added = [.. pairs.Added.Except(renames.Select(rename => rename.After))],
        };
        var stays = pairs.Common.Select(pair => pair.Before.ConnectorSlug)
            .Concat(pairs.Common.Select(pair => pair.After.ConnectorSlug))
            .Concat(renames.Select(rename => rename.After.ConnectorSlug))
            .ToHashSet(StringComparer.Ordinal);
        var (left, returns) = (Connectors(pairs.Removed), Connectors(pairs.Added));
        foreach (var connector in pairs.Added.GroupBy(action => action.ConnectorSlug, StringComparer.Ordinal))
        {
            if (stays.Contains(connector.Key) || left.Contains(connector.Key) || pairs.BeforeCount + renames.Count == 0)
            {
                foreach (var action in connector)
                    yield return One(action, documents, Change.Added, Verdict.Compatible, "the action was added");
            }
            else
            {
                yield return Whole(connector, documents, Change.Added, Verdict.Compatible, null);
            }
        }

        if (isSuspect)
            yield break;
        foreach (var connector in pairs.Removed.GroupBy(action => action.ConnectorSlug, StringComparer.Ordinal))
        {
            if (stays.Contains(connector.Key) || returns.Contains(connector.Key))
            {
                foreach (var action in connector)
                    yield return One(
                        action,
                        documents,
                        Change.Removed,
                        Verdict.Breaking,
                        "the action was removed: the server responds with 404") with
                    { Source = source?.WithoutAction(action) };
            }
            else if (options.SuspectOutages)
            {
                yield return Whole(connector, documents, Change.Removed, Verdict.Unproven,
                    "a catalog does not list the actions of a connector that is disconnected or could not be fetched, so this may not be "
                        + "a removal") with
                { Source = source?.WithoutConnector(connector) };
            }
            else
            {
                yield return Whole(connector, documents, Change.Removed, Verdict.Breaking, null) with
                {
                    Source = source?.WithoutConnector(connector),
                };
            }
        }
    }

    private static HashSet<string> Connectors(IEnumerable<CatalogAction> actions) =>
        actions.Select(action => action.ConnectorSlug).ToHashSet(StringComparer.Ordinal);

    private static Finding Renamed(CatalogAction before, CatalogAction after, DocumentPair documents) => new()
    {
        Rule = CatalogRules.Action,
        Verdict = Verdict.Breaking,
        Change = Change.Changed,
        Message = $"the action was renamed to {after.Slug}: the server responds with 404 to the old name"
            + EditWords.Also(ActionRenames.Also(before, after)),
        Action = before.Slug,
        Before = before.Slug,
        After = after.Slug,
        BeforeLocation = At(documents.Before, before),
        AfterLocation = At(documents.After, after),
        ContentHash = ContentHash.Of(before.Source, after.Source),
    };

    private static Finding One(CatalogAction action, DocumentPair documents, Change change, Verdict verdict, string message) => new()
    {
        Rule = CatalogRules.Action,
        Verdict = verdict,
        Change = change,
        Message = message,
        Action = action.Slug,
        BeforeLocation = change == Change.Removed ? At(documents.Before, action) : null,
        AfterLocation = change == Change.Added ? At(documents.After, action) : null,
        ContentHash = change == Change.Removed ? ContentHash.Of(action.Source, default) : ContentHash.Of(default, action.Source),
    };

    private static Finding Whole(
        IGrouping<string, CatalogAction> connector, DocumentPair documents, Change change, Verdict verdict, string? reason)
    {
        var slugs = connector.Select(action => action.Slug).Order(StringComparer.Ordinal).ToList();
        var text = string.Join(",", slugs);
        return new Finding
        {
            Rule = CatalogRules.Connector,
            Verdict = verdict,
            Change = change,
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"the connector '{connector.Key}' {(change == Change.Added ? "was added" : "is missing")}, with {slugs.Count} "
                    + $"{(slugs.Count == 1 ? "action" : "actions")}"),
            Reason = reason,
            Pointer = JsonPointer.Of("connectors", connector.Key),
            Affected = slugs,
            BeforeLocation = change == Change.Removed ? At(documents.Before, connector.First()) : null,
            AfterLocation = change == Change.Added ? At(documents.After, connector.First()) : null,
            ContentHash = change == Change.Removed ? ContentHash.Of(text, null) : ContentHash.Of(null, text),
        };
    }

    private static Location At(ContractDocument document, CatalogAction action)
    {
        var slug = action.Source["slug"];
        return new Location(document.Path ?? document.Name, action.Pointer + "/slug", slug.Range);
    }
}
