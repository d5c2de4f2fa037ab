using Recoup.Catalogs;
using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Operations;

/// <summary>Which actions an account can execute now, and which it is shown.</summary>
internal readonly struct Availability(ApiServices api, EmulatedAccount owner)
{
    /// <summary>Why an action cannot be executed, or null when it can.</summary>
    public ApiError? Refusal(CatalogAction action)
    {
        if (api.Rules.HidesActionsWhileUpstreamIsDown && IsLost(action))
            return ApiError.ActionUnknown(action.Slug);
        return StateOf(action) switch
        {
            ConnectionState.Active => null,
            ConnectionState.Revoked => api.Rules.Revoked(ApiError.ConnectionRevoked(action.ConnectorSlug, action.Slug)),
            _ => api.Rules.NotConnected(ApiError.ConnectorNotConnected(action.ConnectorSlug, action.Slug)),
        };
    }

    /// <summary>What the list says of an action's connection; null where the list leaves the action out.</summary>
    public bool? Shown(CatalogAction action)
    {
        var rules = api.Rules;
        if (!rules.ListsWhileUpstreamIsDown && IsLost(action))
            return null;
        if (rules.ListsUnconnected)
            return StateOf(action) == ConnectionState.Active;
        return StateOf(action) is ConnectionState.Active or ConnectionState.Revoked ? true : null;
    }

    // An outage takes everything; the loss of one account's connections leaves what is not its own.
    private bool IsLost(CatalogAction action) =>
        api.State.IsUpstreamDown
        || (api.State.IsUpstreamDownFor(owner) && action.ConnectorSlug != MetaConnector.Slug && !IsShared(action.ConnectorSlug));

    private bool IsShared(string connector) => api.Rules.SharedConnectionsCount && api.State.IsShared(connector);

    private ConnectionState StateOf(CatalogAction action)
    {
        var connector = action.ConnectorSlug;
        if (connector.Length == 0)
            return action.IsConnected ? ConnectionState.Active : ConnectionState.None;
        var isGiven = (connector == MetaConnector.Slug && api.Rules.MetaActionsAreAlwaysConnected) || IsShared(connector);
        var own = api.State.FindConnection(owner, connector)?.State ?? ConnectionState.None;
        return isGiven && own != ConnectionState.Revoked ? ConnectionState.Active : own;
    }
}
