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

    /// <summary>Whether a text is a URL.</summary>
    public Func<string, bool> IsUrl { get; init; } = UrlText.IsUri;

    public StringComparison OwnAccountComparison { get; init; } = StringComparison.OrdinalIgnoreCase;

    public AccountAccess AccessToAct { get; init; } = AccountAccess.Roster;

    // Requests
    public bool RequiresJsonContentType { get; init; } = true;

    /// <summary>Whether bytes that are no UTF-8 are read as U+FFFD. Otherwise, the body is not read.</summary>
    public bool ReplacesInvalidUtf8 { get; init; }

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

    /// <summary>Whether an action can be listed. If not, none of the account's own connections can be used.</summary>
    public Func<CatalogAction, bool> CanList { get; init; } = _ => true;

    // The list of connectors
    public Func<string, bool> IsConnector { get; init; } = _ => true;

    public bool ShowsInactiveConnections { get; init; }

    /// <summary>The error of the operations of connectors while the upstream is down; null if they do not depend on the upstream.</summary>
    public Func<string, ApiError?> ConnectorsWhileUpstreamIsDown { get; init; } = _ => null;

    /// <summary>The connectors that the platform offers beside those of the catalog.</summary>
    public IReadOnlyList<string> OfferedConnectors { get; init; } = [];

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

    /// <summary>The parameters of an action as the provider gets them.</summary>
    public Func<CatalogAction, JsonElement, JsonElement> ParametersForProvider { get; init; } = (_, parameters) => parameters;

    public bool AllowsDescriptorsAsText { get; init; }

    /// <summary>The error for a descriptor of a file that was never staged; null if it is passed on.</summary>
    public Func<ApiError, ApiError?> UnstagedFile { get; init; } = error => error;

    /// <summary>Whether a string in the place of a file is staged, as the provider's SDK does.</summary>
    public bool StagesFilesOfParameters { get; init; }

    public Func<ApiError, ApiError> UpstreamFailure { get; init; } = error => error;

    /// <summary>How often the provider is asked if it does not respond or fails.</summary>
    public int UpstreamTries { get; init; } = 1;

    /// <summary>How long the API waits for the provider, in all its tries together.</summary>
    public TimeSpan UpstreamTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public bool WrapsResults { get; init; }

    public bool ResultMayBeMissing { get; init; }

    public bool ShowsExecutedAt { get; init; } = true;

    /// <summary>Whether the provider's envelope has <c>logId</c> and <c>sessionInfo</c>.</summary>
    public bool ShowsLogId { get; init; }

    // Files
    public bool StagesImagesOnly { get; init; } = true;

    public Func<string, bool> IsFileUrl { get; init; } = UrlText.IsWebUrl;

    /// <summary>Whether the file at a URL is fetched. Otherwise, it cannot be reached.</summary>
    public Func<string, bool> IsFetched { get; init; } = UrlText.IsWebUrl;

    /// <summary>The name of the file at a URL.</summary>
    public Func<string, string> FileNameOf { get; init; } = FileNames.NameOf;

    public Func<ApiError, ApiError> UnreachableFile { get; init; } = error => error;
}
