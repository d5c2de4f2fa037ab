namespace Recoup.Contracts.Live;

/// <summary>
/// All known divergences of the deployed server from the contract, each with the probes that show it or the reason why none can.
/// </summary>
public static class KnownDivergences
{
    internal const string ErrorBodies = "D1";

    /// <summary>All divergences, in order of their ids.</summary>
    public static IReadOnlyList<KnownDivergence> All { get; } =
    [
        new("D1", "errors are {error: status, message}", "errors have one of four other envelopes")
        { Probes = ["P2", "P3", "P4", "P6", "P7", "P10", "P11", "P12", "P13", "P14"] },
        new("D2", "the two credentials are alternatives", "both credentials at once are refused with 401")
        { Probes = ["P3", "P5"] },
        new("D3", "409 when the connector is not connected", "404, as for an unknown action")
        {
            Probes = ["P18", "P20"],
            Requires = ProbeRequirement.AllowedAction,
            ShowsWhen = "the connector of an allow-listed action is not connected",
        },
        new("D4", "502 when the third-party service fails", "500, or 200 with result.successful false")
        { Probes = ["P18"], Requires = ProbeRequirement.AllowedAction, ShowsWhen = "the call of an allow-listed action fails upstream" },
        new("D5", "400 when the parameters do not match the schema", "parameters are not checked")
        {
            Probes = ["P19"],
            Requires = ProbeRequirement.AllowedAction,
            ShowsWhen = "an allow-listed action is connected and its schema rejects something",
        },
        new("D6", "404 when no connector of the account has the action", "404 also while the upstream cannot be reached")
        {
            Probes = ["P18"],
            Requires = ProbeRequirement.AllowedAction,
            ShowsWhen = "the upstream is lost between the list and the call of an allow-listed action",
        },
        new("D7", "no operation returns 500", "500 for a body that is not JSON") { Probes = ["P12"] },
        new("D8", "actions are listed whether their connector is connected or not", "only executable actions are listed")
        { Probes = ["P9"], ShowsWhen = "a connector of the account is not connected" },
        new("D9", "name is a display name", "name repeats the slug") { Probes = ["P8"], ShowsWhen = "the catalog holds actions" },
        new("D10", "connectorSlug is a slug of the list of connectors", "connectorSlug is the slug's text before the first underscore")
        { Probes = ["P9"], ShowsWhen = "the catalog holds meta-actions, or a connector whose slug has an underscore" },
        new(
            "D11",
            "isConnected is about the account's own authorization",
            "actions of the platform's shared account are connected for everybody")
        { Probes = ["P9"], ShowsWhen = "the account uses a connector through the shared account" },
        new("D12", "parameters is the JSON Schema to match", "parameters is a draft-07 approximation of it")
        { Probes = ["P16"], ShowsWhen = "the stored catalog holds the provider's own schemas, or the live one names no dialect" },
        new("D13", "result is the response of the service", "result is the provider's envelope {data, error, successful}")
        { Probes = ["P18"], Requires = ProbeRequirement.AllowedAction, ShowsWhen = "the call of an allow-listed action succeeds" },
        new("D14", "result is required", "result may be missing")
        { Probes = ["P18"], Requires = ProbeRequirement.AllowedAction, ShowsWhen = "an allow-listed action returns nothing" },
        new("D15", "executedAt is optional", "executedAt is always present")
        {
            Probes = ["P18"],
            Requires = ProbeRequirement.AllowedAction,
            ShowsWhen = "executedAt is missing; if it is present, both behaviors look alike",
        },
        new("D16", "the list does not depend on the upstream", "an outage gives 200 with an empty list")
        { WhyNotObservable = "it shows only in an outage, and an empty list is suspect anyway" },
        new("D17", "reading and acting need the same access", "an account on the caller's roster can be read but not acted for")
        { Probes = ["P17", "P18"], Requires = ProbeRequirement.RosterAccount, ShowsWhen = "the account is on the roster and nothing more" },
        new("D18", "account_id has format uuid", "only UUIDs of versions 1 to 8 with the RFC's variant are accepted") { Probes = ["P6"] },
        new("D19", "connectedAccountId is present only while connected", "connectedAccountId is also present for expired connections")
        { Probes = ["P9"], ShowsWhen = "a connection of the account has expired" },
        new("D20", "an image at a reachable address, else 400", "any type of file; 502 when it cannot be reached")
        { WhyNotObservable = "not observable without staging a file" },
        new("D21", "a file descriptor is sent where the schema has one", "it may also be sent where the schema says string")
        { WhyNotObservable = "not observable without executing an action that takes a file" },
        new(
            "D22",
            "400 for an unknown connector",
            "500 for an unknown connector") { WhyNotObservable = "not observable without starting an authorization" },
        new("D23", "403 for a connection that is not the account's", "500 when the request names an account")
        { WhyNotObservable = "not observable without asking for a connection to be removed" },
        new("D24", "examples use Gmail, GitHub and GOOGLESHEETS_WRITE_SPREADSHEET", "these are not enabled")
        { WhyNotObservable = "examples promise nothing; what is listed is compared with the stored catalog" },
        new("D25", "bodies are application/json", "Content-Type is ignored") { Probes = ["P11"] },
        new("D26", "nothing about other methods and CORS", "405 without a body, OPTIONS with CORS headers") { Probes = ["P1", "P15"] },
        new("D27", "nothing about extra members", "they are ignored")
        { WhyNotObservable = "the contract closes no object, so it allows extra members" },
        new("D28", "isConnected, and data.redirectUrl", "the same")
        { WhyNotObservable = "the responses agree with the contract; only comments in the server's code differ" },
    ];

    /// <summary>The divergence with an id.</summary>
    internal static KnownDivergence Get(string id) => All.First(row => row.Id == id);
}
