using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>
/// Recognizes outages: a live catalog that is empty, contains only meta-actions, or has lost most of its actions at once indicates an
/// outage (D16) or lost connections, not removals.
/// </summary>
internal static class OutageGuard
{
    /// <summary>If less than this fraction of the earlier catalog remains, missing actions prove nothing.</summary>
    private const int LeastShareDivisor = 2;

    private const int FewestToJudge = 10;

    public static bool Check(CatalogPairs pairs, List<Note> notes)
    {
        if (pairs.BeforeCount == 0 || pairs.Removed.Count == 0)
            return false;
        var message = pairs.AfterCount == 0
            ? "the new catalog is empty: an outage of the provider looks so (D16), and so does an account without connections"
            : AreOfStrangers(pairs) ? "the catalogs have no action in common but meta-actions: they are of different accounts, or every connection has changed"
            : HasOnlyMetaActions(pairs) ? "the new catalog holds the meta-actions only: the fetch of the account's own actions failed, or nothing is connected"
            : pairs.BeforeCount >= FewestToJudge && pairs.Common.Count < pairs.BeforeCount / LeastShareDivisor
                ? FormattableString.Invariant($"the new catalog lacks {pairs.Removed.Count} of {pairs.BeforeCount} actions: an outage, a lost connection, or another account")
            : null;
        if (message is null)
            return false;
        notes.Add(new Note(NoteKind.Suspect, message + ". Nothing is concluded from what is missing: fetch it again, compare catalogs of one account, or add --trust-missing"));
        return true;
    }

    private static bool AreOfStrangers(CatalogPairs pairs) =>
        pairs.Common.All(pair => pair.After.ConnectorSlug == CatalogPairs.MetaConnector)
        && pairs.Added.Any(action => action.ConnectorSlug != CatalogPairs.MetaConnector)
        && pairs.Removed.Any(action => action.ConnectorSlug != CatalogPairs.MetaConnector);

    private static bool HasOnlyMetaActions(CatalogPairs pairs) =>
        pairs.Common.All(pair => pair.After.ConnectorSlug == CatalogPairs.MetaConnector)
        && pairs.Added.All(action => action.ConnectorSlug == CatalogPairs.MetaConnector)
        && pairs.Removed.Any(action => action.ConnectorSlug != CatalogPairs.MetaConnector);
}
