using Recoup.Catalogs;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Deployed;
using Recoup.Emulator.Deployed.Rendering;

namespace Recoup.Emulator;

/// <summary>
/// Every known divergence of the deployed server from the contract. <see cref="ApiBehavior.Deployed"/> switches all of them on;
/// <see cref="RecoupEmulatorOptions.With"/> and <see cref="RecoupEmulatorOptions.Without"/> switch individual ones.
/// </summary>
public static class Divergences
{
    /// <summary>The bodies of errors.</summary>
    public static Divergence D1 { get; } = new("D1",
        "Errors are {error: status, message}.",
        "Errors have one of four other envelopes; error, where present, is a string.")
    { Apply = rules => rules with { WriteError = DeployedErrors.Write } };

    /// <summary>Requests with two credentials.</summary>
    public static Divergence D2 { get; } = new("D2",
        "The two credentials are alternatives; the name of a scheme is case-insensitive.",
        "Both credentials at once are refused with 401; the scheme is Bearer or bearer; a bearer token recoup_sk_… is a key.")
    { Apply = rules => rules with { Authenticate = ExactlyOneCredential.Authenticate } };

    /// <summary>Executing an action whose connector is not connected.</summary>
    public static Divergence D3 { get; } = new("D3",
        "409 if the connector is not connected.",
        "404, as for an unknown action; 500 with the upstream's message if the user has withdrawn consent.")
    {
        Apply = rules => rules with
        {
            NotConnected = error => ApiError.ActionUnknown(error.Detail),
            Revoked = error => error with { Status = 500 },
        },
    };

    /// <summary>Executing an action whose service fails.</summary>
    public static Divergence D4 { get; } = new("D4",
        "502 if the third-party service fails or times out.",
        "500 without the cause, after up to three tries; or 200 with result.successful false.")
    {
        // The provider's SDK waits 60 seconds for each try, and up to 1.8 seconds between the tries.
        Apply = rules => rules with
        {
            UpstreamFailure = error => error with { Status = 500 },
            UpstreamTries = 3,
            UpstreamTimeout = TimeSpan.FromSeconds(181.8),
        },
    };

    /// <summary>Parameters that violate the action's schema.</summary>
    public static Divergence D5 { get; } = new("D5",
        "400 if the parameters do not match the schema.",
        "Parameters are not checked, and descriptors are passed on. In the place of a file, a web address is staged; any other text: 500. "
            + "A member __proto__ is lost.")
    {
        Apply = rules => rules with
        {
            ValidatesParameters = false,
            UnstagedFile = _ => null,
            ParametersForProvider = PrototypeMembers.Lose,
            StagesFilesOfParameters = true,
        },
    };

    /// <summary>What 404 means for an execution.</summary>
    public static Divergence D6 { get; } = new("D6",
        "404 if no connector of the account has the action.",
        "404 also for every action while the upstream is unreachable.")
    { Apply = rules => rules with { HidesActionsWhileUpstreamIsDown = true } };

    /// <summary>Internal errors.</summary>
    public static Divergence D7 { get; } = new("D7",
        "No operation responds with 500.",
        "500 for a body that is not JSON (files: 400 about url; wrong UTF-8 is replaced), and for connectors while the upstream is down.")
    {
        Apply = rules => rules with
        {
            MalformedBody = DeployedBodies.Malformed,
            ReplacesInvalidUtf8 = true,
            ConnectorsWhileUpstreamIsDown = text => new ApiError(ErrorCode.UpstreamFailed, 500) { Detail = text },
        },
    };

    /// <summary>Which actions are listed.</summary>
    public static Divergence D8 { get; } = new("D8",
        "Actions are listed whether their connector is connected or not.",
        "Only executable actions are listed, so isConnected is always true; meta-actions are always listed.")
    {
        Apply = rules => rules with
        {
            ListsUnconnected = false,
            MetaActionsAreAlwaysConnected = true,
        },
    };

    /// <summary>The name of an action.</summary>
    public static Divergence D9 { get; } = new("D9", "name is a display name.", "name repeats the slug.")
    { Apply = rules => rules with { NameOf = action => action.Slug } };

    /// <summary>The connector of an action.</summary>
    public static Divergence D10 { get; } = new("D10",
        "connectorSlug is a slug of the list of connectors.",
        "connectorSlug is the part of the slug before the first underscore; composio is never listed as a connector.")
    {
        Apply = rules => rules with
        {
            ConnectorSlugOf = action => ConnectorPrefix.Of(action.Slug),
            IsConnector = slug => slug != MetaConnector.Slug,
        },
    };

    /// <summary>Connections that every account may use.</summary>
    public static Divergence D11 { get; } = new("D11",
        "isConnected reflects the account's own authorization.",
        "An action is executable through the platform's shared account, while the list of connectors says not connected.")
    { Apply = rules => rules with { SharedConnectionsCount = true } };

    /// <summary>The schemas in the list of actions.</summary>
    public static Divergence D12 { get; } = new("D12",
        "parameters is the action's JSON Schema.",
        "parameters is a draft-07 approximation: objects are closed; titles, examples and references are lost; a file is a string. "
        + "A schema that cannot be approximated hides all actions of the account's own connections.")
    { Apply = rules => rules with { ParametersOf = ServedSchema.Of, CanList = ConvertibleSchema.Is } };

    /// <summary>The result of an execution.</summary>
    public static Divergence D13 { get; } = new("D13",
        "result is the service's response.",
        "result is the provider's envelope {data, error, successful}.")
    { Apply = rules => rules with { WrapsResults = true } };

    /// <summary>An execution without a result.</summary>
    public static Divergence D14 { get; } = new("D14",
        "result is required.",
        "result is missing if the action returns nothing.")
    { Apply = rules => rules with { ResultMayBeMissing = true } };

    /// <summary>The time of an execution.</summary>
    public static Divergence D15 { get; } = new("D15", "executedAt is optional.", "executedAt is always present.")
    { Apply = rules => rules with { ShowsExecutedAt = true } };

    /// <summary>The list of actions in an outage.</summary>
    public static Divergence D16 { get; } = new("D16",
        "The list does not depend on the upstream.",
        "An outage gives 200 with an empty list; if one account loses its connections, shared actions stay listed.")
    { Apply = rules => rules with { ListsWhileUpstreamIsDown = false } };

    /// <summary>Access to other accounts.</summary>
    public static Divergence D17 { get; } = new("D17",
        "Reading and acting require the same access.",
        "An account that is only on the caller's roster can be read (200), but not acted for (403).")
    { Apply = rules => rules with { AccessToAct = AccountAccess.Full } };

    /// <summary>The form of account ids.</summary>
    public static Divergence D18 { get; } = new("D18",
        "account_id has format uuid.",
        "Only UUIDs of versions 1 to 8 with the RFC's variant, the nil UUID and the lowercase max UUID are accepted; "
        + "the own id in uppercase gets a 403.")
    {
        Apply = rules => rules with
        {
            IsAccountId = StrictUuid.IsUuid,
            OwnAccountComparison = StringComparison.Ordinal,
        },
    };

    /// <summary>The id of a connection.</summary>
    public static Divergence D19 { get; } = new("D19",
        "connectedAccountId is present only while connected.",
        "connectedAccountId is also present for expired and initiated connections.")
    { Apply = rules => rules with { ShowsInactiveConnections = true } };

    /// <summary>Which URLs are accepted, and which files can be staged.</summary>
    public static Divergence D20 { get; } = new("D20",
        "A URL must be a URI, and that of a file a reachable web address of an image, else 400.",
        "URLs are read as browsers read them; any type of file and any URL scheme are accepted; 502 if the URL is unreachable.")
    {
        Apply = rules => rules with
        {
            StagesImagesOnly = false,
            IsUrl = DeployedUrls.IsUrl,
            IsFileUrl = DeployedUrls.IsUrl,
            IsFetched = DeployedUrls.IsFetched,
            FileNameOf = DeployedUrls.FileNameOf,
            UnreachableFile = error => error with { Status = 502 },
        },
    };

    /// <summary>The places where a file's descriptor is allowed.</summary>
    public static Divergence D21 { get; } = new("D21",
        "A descriptor is allowed where the schema has one.",
        "A descriptor is also allowed where the schema says string. It shows only if D5 is off, because D5 checks nothing.")
    { Apply = rules => rules with { AllowsDescriptorsAsText = true } };

    /// <summary>Authorizing an unknown connector.</summary>
    public static Divergence D22 { get; } = new("D22", "400 for an unknown connector.", "500 for an unknown connector, from the upstream.")
    { Apply = rules => rules with { UnknownConnector = error => error with { Status = 500 } } };

    /// <summary>Removing a connection of another account.</summary>
    public static Divergence D23 { get; } = new("D23",
        "403 for a connection of another account.",
        "403 if the request names no account, 500 if it does.")
    {
        Apply = rules => rules with
        {
            ForeignConnection = (error, namesAccount) =>
                namesAccount ? error with { Code = ErrorCode.ConnectionForeign, Status = 500 } : error,
        },
    };

    /// <summary>The actions in the contract's examples.</summary>
    public static Divergence D24 { get; } = new("D24",
        "Examples use Gmail, GitHub and GOOGLESHEETS_WRITE_SPREADSHEET.",
        "Eight other connectors are enabled and listed, also those without an action in the catalog.")
    { Apply = rules => rules with { OfferedConnectors = PlatformConnectors.Slugs } };

    /// <summary>The media type of request bodies.</summary>
    public static Divergence D25 { get; } = new("D25", "Bodies are application/json.", "Content-Type is ignored.")
    { Apply = rules => rules with { RequiresJsonContentType = false } };

    /// <summary>The responses of the platform around the operations.</summary>
    public static Divergence D26 { get; } = new("D26",
        "The contract says nothing about other methods, other paths, large bodies and CORS.",
        "405 without a body, 308 for a trailing or double slash, 404 as HTML, 413, HEAD and OPTIONS, CORS headers on every reply.")
    { Apply = PlatformResponses.Apply };

    /// <summary>Unknown members.</summary>
    public static Divergence D27 { get; } = new("D27",
        "The contract says nothing about extra members.",
        "Extra members of a request are ignored, and responses may gain members.",
        "The contract closes no object, so both behaviors ignore extra members of a request; the members that responses will gain are not "
            + "known.");

    /// <summary>Comments in the server's code.</summary>
    public static Divergence D28 { get; } = new("D28",
        "isConnected, and data.redirectUrl.",
        "The same; only comments in the server's code say otherwise.",
        "The responses agree with the contract.");

    /// <summary>All divergences, by number.</summary>
    public static IReadOnlyList<Divergence> All { get; } =
    [
        D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, D12, D13, D14,
        D15, D16, D17, D18, D19, D20, D21, D22, D23, D24, D25, D26, D27, D28,
    ];

    /// <summary>Finds a divergence by its id, ignoring case.</summary>
    /// <param name="id">The id, for example <c>D3</c>.</param>
    /// <exception cref="RecoupEmulatorException">There is no such divergence.</exception>
    public static Divergence Get(string id) =>
        All.FirstOrDefault(divergence => string.Equals(divergence.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new RecoupEmulatorException($"There is no divergence '{id}'. The ids are D1 to D{All.Count}.");
}
