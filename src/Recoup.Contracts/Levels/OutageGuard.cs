namespace Recoup.Contracts.Levels;

/// <summary>
/// A live catalog that is empty, holds only the meta-actions, or lost most of its actions at once tells of an outage (D16) or of lost
/// connections, not of removals.
/// </summary>
internal static class OutageGuard
{
    /// <summary>Below this share of the old catalog, what is missing says nothing.</summary>
    private const int LeastShareDivisor = 2;

    private const int FewestToJudge = 10;

    public static bool Check(CatalogPairs pairs, List<Note> notes)
    {
        if (pairs.OldCount == 0 || pairs.Removed.Count == 0)
            return false;
        var message = pairs.NewCount == 0
            ? "the new catalog is empty, as in an outage of the provider (D16) or for an account without connections"
            : AreOfStrangers(pairs) ? "the catalogs share no action except meta-actions: they belong to different accounts, or every connection has changed"
            : HasOnlyMetaActions(pairs) ? "the new catalog has only the meta-actions: the fetch of the account's own actions failed, or nothing is connected"
            : pairs.OldCount >= FewestToJudge && pairs.Common.Count < pairs.OldCount / LeastShareDivisor
                ? FormattableString.Invariant($"the new catalog lacks {pairs.Removed.Count} of {pairs.OldCount} actions: possible causes are an outage, a lost connection or another account")
            : null;
        if (message is null)
            return false;
        notes.Add(new Note(NoteKind.Suspect, message + ". Missing actions are not reported. Fetch the catalog again, compare catalogs of the same account, or add --trust-missing"));
        return true;
    }

    private static bool AreOfStrangers(CatalogPairs pairs) =>
        pairs.Common.All(pair => pair.New.ConnectorSlug == CatalogPairs.MetaConnector)
        && pairs.Added.Any(action => action.ConnectorSlug != CatalogPairs.MetaConnector)
        && pairs.Removed.Any(action => action.ConnectorSlug != CatalogPairs.MetaConnector);

    private static bool HasOnlyMetaActions(CatalogPairs pairs) =>
        pairs.Common.All(pair => pair.New.ConnectorSlug == CatalogPairs.MetaConnector)
        && pairs.Added.All(action => action.ConnectorSlug == CatalogPairs.MetaConnector)
        && pairs.Removed.Any(action => action.ConnectorSlug != CatalogPairs.MetaConnector);
}
