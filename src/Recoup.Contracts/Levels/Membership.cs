using System.Globalization;
using Recoup.Catalogs;
using Recoup.Contracts.Levels.Source;
using Recoup.Contracts.Rules;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>Actions and connectors that appear or are gone. A connector that comes or goes as a whole is one finding.</summary>
internal static class Membership
{
    public static IEnumerable<Finding> Compare(CatalogPairs pairs, Sides sides, DiffOptions options, bool isSuspect, BoundCatalogs? source)
    {
        var stays = pairs.Common.Select(pair => pair.Old.ConnectorSlug).Concat(pairs.Common.Select(pair => pair.New.ConnectorSlug)).ToHashSet(StringComparer.Ordinal);
        var (left, returns) = (Connectors(pairs.Removed), Connectors(pairs.Added));
        foreach (var connector in pairs.Added.GroupBy(action => action.ConnectorSlug, StringComparer.Ordinal))
        {
            if (stays.Contains(connector.Key) || left.Contains(connector.Key) || pairs.OldCount == 0)
            {
                foreach (var action in connector)
                    yield return One(action, sides, Change.Added, Verdict.Compatible, "the action was added");
            }
            else
            {
                yield return Whole(connector, sides, Change.Added, Verdict.Compatible, null);
            }
        }

        if (isSuspect)
            yield break;
        foreach (var connector in pairs.Removed.GroupBy(action => action.ConnectorSlug, StringComparer.Ordinal))
        {
            if (stays.Contains(connector.Key) || returns.Contains(connector.Key))
            {
                foreach (var action in connector)
                    yield return One(action, sides, Change.Removed, Verdict.Breaking, "the action was removed: the server responds with 404") with { Source = source?.WithoutAction(action) };
            }
            else if (options.SuspectOutages)
            {
                yield return Whole(connector, sides, Change.Removed, Verdict.Unproven,
                    "a catalog does not list the actions of a connector that is disconnected or could not be fetched, so this may not be a removal") with
                { Source = source?.WithoutConnector(connector) };
            }
            else
            {
                yield return Whole(connector, sides, Change.Removed, Verdict.Breaking, null) with { Source = source?.WithoutConnector(connector) };
            }
        }
    }

    private static HashSet<string> Connectors(IEnumerable<CatalogAction> actions) => actions.Select(action => action.ConnectorSlug).ToHashSet(StringComparer.Ordinal);

    private static Finding One(CatalogAction action, Sides sides, Change change, Verdict verdict, string message) => new()
    {
        Rule = CatalogRules.Action,
        Verdict = verdict,
        Change = change,
        Message = message,
        Action = action.Slug,
        OldLocation = change == Change.Removed ? At(sides.Old, action) : null,
        NewLocation = change == Change.Added ? At(sides.New, action) : null,
        ContentHash = change == Change.Removed ? ContentHash.Of(action.Source, default) : ContentHash.Of(default, action.Source),
    };

    private static Finding Whole(IGrouping<string, CatalogAction> connector, Sides sides, Change change, Verdict verdict, string? reason)
    {
        var slugs = connector.Select(action => action.Slug).Order(StringComparer.Ordinal).ToList();
        var text = string.Join(",", slugs);
        return new Finding
        {
            Rule = CatalogRules.Connector,
            Verdict = verdict,
            Change = change,
            Message = string.Create(CultureInfo.InvariantCulture, $"the connector '{connector.Key}' {(change == Change.Added ? "was added" : "is missing")}, with {slugs.Count} {(slugs.Count == 1 ? "action" : "actions")}"),
            Reason = reason,
            Pointer = "/connectors/" + Normalization.Place.Escape(connector.Key),
            Affected = slugs,
            OldLocation = change == Change.Removed ? At(sides.Old, connector.First()) : null,
            NewLocation = change == Change.Added ? At(sides.New, connector.First()) : null,
            ContentHash = change == Change.Removed ? ContentHash.Of(text, null) : ContentHash.Of(null, text),
        };
    }

    private static Location At(ContractDocument document, CatalogAction action)
    {
        var slug = action.Source["slug"];
        return new Location(document.Path ?? document.Name, DocumentPointer.Of(document, action) + "/slug", slug.Range);
    }
}
