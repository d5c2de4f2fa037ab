using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator.Core.Authentication;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Formats;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Rules;

/// <summary>
/// Every decision in which servers are known to differ. The defaults are the contract; a divergence replaces one or several of them.
/// </summary>
internal sealed record ApiRules
{
    // Errors
    public Func<ApiError, ApiResponse> WriteError { get; init; } = DocumentedErrors.Write;

    public Func<ApiRequest, ApiError, ApiError> MalformedBody { get; init; } = (_, error) => error;

    // Credentials and accounts
    public Authenticator Authenticate { get; init; } = DocumentedCredentials.Authenticate;

    public Func<string, bool> IsAccountId { get; init; } = UuidText.IsUuid;

    public StringComparison OwnAccountComparison { get; init; } = StringComparison.OrdinalIgnoreCase;

    public AccountAccess AccessToAct { get; init; } = AccountAccess.Roster;

    // Requests
    public bool RequiresJsonContentType { get; init; } = true;

    /// <summary>The response to a request outside the contract; null makes it an error of the emulator.</summary>
    public Func<ApiRequest, ApiResponse?> Unrouted { get; init; } = _ => null;

    /// <summary>The method whose operation handles a request with the given method.</summary>
    public Func<string, string> MethodOf { get; init; } = method => method;

    /// <summary>Headers of every response of an operation.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; init; } = [];

    // The list of actions
    public bool ListsUnconnected { get; init; } = true;

    public bool ListsWhileUpstreamIsDown { get; init; } = true;

    public Func<CatalogAction, string> NameOf { get; init; } = action => action.Name;

    public Func<CatalogAction, string> ConnectorSlugOf { get; init; } = action => action.ConnectorSlug;

    public Func<CatalogAction, JsonElement> ParametersOf { get; init; } = action => action.Parameters;

    // The list of connectors
    public Func<string, bool> IsConnector { get; init; } = _ => true;

    public bool ShowsInactiveConnections { get; init; }

    /// <summary>The error of GET /api/connectors while the upstream is down; null if the list does not depend on the upstream.</summary>
    public Func<ApiError?> ConnectorsWhileUpstreamIsDown { get; init; } = () => null;

    public Func<ApiError, ApiError> UnknownConnector { get; init; } = error => error;

    /// <summary>The error for a connection of another account. The flag is true if the request names an account.</summary>
    public Func<ApiError, bool, ApiError> ForeignConnection { get; init; } = (error, _) => error;

    // Execution
    public bool SharedConnectionsCount { get; init; }

    public bool MetaActionsAreAlwaysConnected { get; init; }

    public Func<ApiError, ApiError> NotConnected { get; init; } = error => error;

    public Func<ApiError, ApiError> Revoked { get; init; } = error => error;

    public bool HidesActionsWhileUpstreamIsDown { get; init; }

    public bool ValidatesParameters { get; init; } = true;

    public bool AllowsDescriptorsAsText { get; init; }

    public Func<ApiError, ApiError> UnstagedFile { get; init; } = error => error;

    public Func<ApiError, ApiError> UpstreamFailure { get; init; } = error => error;

    public bool WrapsResults { get; init; }

    public bool ResultMayBeMissing { get; init; }

    public bool ShowsExecutedAt { get; init; } = true;

    // Files
    public bool StagesImagesOnly { get; init; } = true;

    public Func<string, bool> IsFileUrl { get; init; } = UrlText.IsWebUrl;

    public Func<ApiError, ApiError> UnreachableFile { get; init; } = error => error;
}
