using System.Globalization;
using Recoup.Catalogs;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>
/// Recognizes outages: a live catalog that is empty, contains only meta-actions, or has lost most of its actions at once indicates an
/// outage (D16) or lost connections, not removals.
/// </summary>
internal static class OutageGuard
{
    private const int FewestToJudge = 10;

    public static bool Check(CatalogPairs pairs, List<Note> notes)
    {
        if (pairs.BeforeCount == 0 || pairs.Removed.Count == 0)
            return false;
        var message = pairs.AfterCount == 0
            ? "the new catalog is empty, as in an outage of the provider (D16) or for an account without connections"
            : AreOfStrangers(pairs)
                ? "the catalogs share no action except meta-actions: they belong to different accounts, or every connection has changed"
            : HasOnlyMetaActions(pairs)
                ? "the new catalog has only the meta-actions: the fetch of the account's own actions failed, or nothing is connected"
            : pairs.BeforeCount >= FewestToJudge && pairs.Common.Count * 2 < pairs.BeforeCount
                ? string.Create(CultureInfo.InvariantCulture,
                    $"the new catalog lacks {pairs.Removed.Count} of {pairs.BeforeCount} actions: possible causes are an outage, a lost "
                        + $"connection or another account")
            : null;
        if (message is null)
            return false;
        notes.Add(new Note(
            NoteKind.Suspect,
            message
                + ". Missing actions are not reported. Fetch the catalog again, compare catalogs of the same account, or add "
                    + "--trust-missing"));
        return true;
    }

    private static bool AreOfStrangers(CatalogPairs pairs) =>
        pairs.Common.All(pair => pair.After.ConnectorSlug == MetaConnector.Slug)
        && pairs.Added.Any(action => action.ConnectorSlug != MetaConnector.Slug)
        && pairs.Removed.Any(action => action.ConnectorSlug != MetaConnector.Slug);

    private static bool HasOnlyMetaActions(CatalogPairs pairs) =>
        pairs.Common.All(pair => pair.After.ConnectorSlug == MetaConnector.Slug)
        && pairs.Added.All(action => action.ConnectorSlug == MetaConnector.Slug)
        && pairs.Removed.Any(action => action.ConnectorSlug != MetaConnector.Slug);
}
