using System.Text.Json;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using static Recoup.Contracts.Live.Deployed.ErrorEnvelope;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>The responses of the deployed server to the requests of the probes, and the divergences that they show.</summary>
internal static class DeployedResponses
{
    private static readonly (string, Func<LiveResponse, string?>) Cors = ("with CORS headers", LacksCors);

    private static readonly (string, Func<LiveResponse, string?>) Empty = (
        "without a body", response => response.Body.Length == 0 ? null : "it has a body");

    private static readonly (string, Func<LiveResponse, string?>) NamesSlug = (
        "whose text ends with the slug",
        response => response.Json.ValueKind != JsonValueKind.Object
            || !response.Json.TryGetProperty("error", out var text) || text.ValueKind != JsonValueKind.String
            || text.GetString()!.EndsWith(ImpossibleIds.Slug, StringComparison.Ordinal)
            ? null
            : "its text does not end with the slug");

    private static readonly Dictionary<ProbeCase, DeployedResponse> Rows = new()
    {
        [ProbeCase.PreflightConnectors] = new(200, []) { Row = "D26", Also = Cors },
        [ProbeCase.PreflightActions] = new(200, []) { Row = "D26", Also = Cors },
        [ProbeCase.PreflightFiles] = new(200, []) { Row = "D26", Also = Cors },
        [ProbeCase.NoCredential] = new(401, [E1]),
        [ProbeCase.KeyAndToken] = new(401, [E1]) { Row = "D2" },
        [ProbeCase.FalseKey] = new(401, [E2]),
        [ProbeCase.FalseToken] = new(401, [E2]),
        [ProbeCase.OtherScheme] = new(401, [E2]),
        [ProbeCase.MalformedAccount] = new(400, [E3]),
        [ProbeCase.EmptyAccount] = new(400, [E3]),
        [ProbeCase.VersionNineAccount] = new(400, [E3]) { Row = "D18" },
        [ProbeCase.ForeignAccount] = new(403, [E3]),
        [ProbeCase.EmptyExecution] = new(400, [E4("actionSlug")]),
        [ProbeCase.ExecutionWithoutParameters] = new(400, [E4("parameters")]),
        [ProbeCase.ExecutionWithArray] = new(400, [E4("parameters")]),
        [ProbeCase.UnknownAction] = new(404, [E3]) { Also = NamesSlug },
        [ProbeCase.UnknownActionAsText] = new(404, [E3]) { Row = "D25" },
        [ProbeCase.MalformedExecution] = new(500, [E3]) { Row = "D7" },
        [ProbeCase.UnknownActionForForeignAccount] = new(403, [E3]),
        [ProbeCase.EmptyUpload] = new(400, [E4("url")]),
        [ProbeCase.UploadOfMalformedAddress] = new(400, [E4("url")]),
        [ProbeCase.UploadWithoutSlug] = new(400, [E4("toolSlug")]),

        // The second envelope is returned once the server recognizes malformed bodies.
        [ProbeCase.MalformedUpload] = new(400, [E4("url"), E3]),
        [ProbeCase.WrongMethodOnConnectors] = new(405, []) { Row = "D26", Also = Empty },
        [ProbeCase.WrongMethodOnActions] = new(405, []) { Row = "D26", Also = Empty },
        [ProbeCase.WrongMethodOnFiles] = new(405, []) { Row = "D26", Also = Empty },
        [ProbeCase.UnknownActionForRosterAccount] = new(403, [E3]) { Row = "D17" },

        // The parameters are passed on: the service accepts them or fails.
        [ProbeCase.InvalidParameters] = new(200, [E3]) { Or = 500, Row = "D5" },
        [ProbeCase.UnconnectedAction] = new(404, [E3]) { Row = "D3" },
    };

    public static DeployedResponse Of(ProbeCase request) => Rows[request];

    private static string? LacksCors(LiveResponse response)
    {
        var lacks = new List<string>();
        var origin = response.HeaderOf("Access-Control-Allow-Origin");
        if (origin is null)
            lacks.Add("the header Access-Control-Allow-Origin is missing");
        else if (origin != "*")
            lacks.Add($"Access-Control-Allow-Origin is '{origin}' instead of '*'");
        foreach (var name in (string[])["Access-Control-Allow-Methods", "Access-Control-Allow-Headers"])
        {
            if (!response.Headers.ContainsKey(name))
                lacks.Add($"the header {name} is missing");
        }

        return lacks.Count == 0 ? null : string.Join(", and ", lacks);
    }
}
