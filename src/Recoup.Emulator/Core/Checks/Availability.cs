using Recoup.Catalogs;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Rules;
using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Core.Checks;

/// <summary>Decides which actions an account can execute now, and which ones the list shows.</summary>
internal readonly struct Availability(IPlatformState state, ApiRules rules, EmulatedAccount owner, CatalogIndex catalog)
{
    private readonly bool _losesOwn = state.IsUpstreamDownFor(owner) || CannotList(catalog, rules, state, owner);

    /// <summary>Why an action cannot be executed; null if it can.</summary>
    public ApiError? Refusal(CatalogAction action)
    {
        if (rules.HidesActionsWhileUpstreamIsDown && IsLost(action))
            return ApiError.ActionUnknown(action.Slug);
        return StateOf(action) switch
        {
            ConnectionState.Active => null,
            ConnectionState.Revoked => rules.Revoked(ApiError.ConnectionRevoked(action.ConnectorSlug, action.Slug)),
            _ => rules.NotConnected(ApiError.ConnectorNotConnected(action.ConnectorSlug, action.Slug)),
        };
    }

    /// <summary>The value of <c>isConnected</c> in the list; null if the list omits the action.</summary>
    public bool? Shown(CatalogAction action)
    {
        if (!rules.ListsWhileUpstreamIsDown && IsLost(action))
            return null;
        if (rules.ListsUnconnected)
            return StateOf(action) == ConnectionState.Active;
        return StateOf(action) is ConnectionState.Active or ConnectionState.Revoked ? true : null;
    }

    // An outage affects every action; an account that loses its connections keeps those that it shares.
    private bool IsLost(CatalogAction action) =>
        state.IsUpstreamDown
        || (_losesOwn && action.ConnectorSlug != MetaConnector.Slug && !IsShared(action.ConnectorSlug));

    // The server converts the actions of all of an account's connections together.
    private static bool CannotList(CatalogIndex catalog, ApiRules rules, IPlatformState state, EmulatedAccount owner) =>
        catalog.ConnectorsThatCannotBeListed(rules.CanList).Any(connector =>
            state.FindConnection(owner, connector)?.State is ConnectionState.Active or ConnectionState.Revoked);

    private bool IsShared(string connector) => rules.SharedConnectionsCount && state.IsShared(connector);

    private ConnectionState StateOf(CatalogAction action)
    {
        var connector = action.ConnectorSlug;
        if (connector.Length == 0)
            return action.IsConnected ? ConnectionState.Active : ConnectionState.None;
        var isGiven = (connector == MetaConnector.Slug && rules.MetaActionsAreAlwaysConnected) || IsShared(connector);
        var own = state.FindConnection(owner, connector)?.State ?? ConnectionState.None;
        return isGiven && own != ConnectionState.Revoked ? ConnectionState.Active : own;
    }
}
