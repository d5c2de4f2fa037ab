using Recoup.Contracts.Verification;
using static Recoup.Contracts.Deployed.ErrorEnvelope;

namespace Recoup.Contracts.Deployed;

/// <summary>What the deployed server answers to each request of the probes, and which divergence that shows.</summary>
internal static class DeployedAnswers
{
    private static readonly (string, Func<LiveAnswer, bool>) Cors = ("with CORS headers", answer =>
        answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin") == "*" && answer.Headers.ContainsKey("Access-Control-Allow-Headers"));

    private static readonly (string, Func<LiveAnswer, bool>) Empty = ("without a body", answer => answer.Body.Length == 0);

    private static readonly (string, Func<LiveAnswer, bool>) NamesSlug = ("whose text ends with the slug", answer =>
        !answer.Json.TryGetProperty("error", out var text) || text.ValueKind != System.Text.Json.JsonValueKind.String
        || text.GetString()!.EndsWith("ZZZ_CONTRACT_PROBE", StringComparison.Ordinal));

    private static readonly Dictionary<string, DeployedAnswer> Rows = new(StringComparer.Ordinal)
    {
        ["P1 connectors"] = new(200, []) { Row = "D26", Also = Cors },
        ["P1 actions"] = new(200, []) { Row = "D26", Also = Cors },
        ["P1 files"] = new(200, []) { Row = "D26", Also = Cors },
        ["P2 without a credential"] = new(401, [E1]),
        ["P3 key and token"] = new(401, [E1]) { Row = "D2" },
        ["P4 a key of nobody"] = new(401, [E2]),
        ["P4 a token of nobody"] = new(401, [E2]),
        ["P4 another scheme"] = new(401, [E2]),
        ["P6 an account that is no UUID"] = new(400, [E3]),
        ["P6 an empty account"] = new(400, [E3]),
        ["P6 a UUID of version 9"] = new(400, [E3]) { Row = "D18" },
        ["P7 an account of nobody"] = new(403, [E3]),
        ["P10 an empty object"] = new(400, [E4("actionSlug")]),
        ["P10 without parameters"] = new(400, [E4("parameters")]),
        ["P10 parameters are an array"] = new(400, [E4("parameters")]),
        ["P11 a slug that cannot exist"] = new(404, [E3]) { Also = NamesSlug },
        ["P11 the same as text/plain"] = new(404, [E3]) { Row = "D25" },
        ["P12 a body that breaks off"] = new(500, [E3]) { Row = "D7" },
        ["P13 an account of nobody and a slug that cannot exist"] = new(403, [E3]),
        ["P14 an empty object"] = new(400, [E4("url")]),
        ["P14 an address that is none"] = new(400, [E4("url")]),
        ["P14 without a slug"] = new(400, [E4("toolSlug")]),

        // The second shape is what is left of it once malformed bodies are told apart.
        ["P14 a body that breaks off"] = new(400, [E4("url"), E3]),
        ["P15 connectors"] = new(405, []) { Row = "D26", Also = Empty },
        ["P15 actions"] = new(405, []) { Row = "D26", Also = Empty },
        ["P15 files"] = new(405, []) { Row = "D26", Also = Empty },
        ["P17 a slug that cannot exist"] = new(403, [E3]) { Row = "D17" },

        // They are handed on: the service takes them, or fails.
        ["P19 parameters that break the schema"] = new(200, [E3]) { Or = 500, Row = "D5" },
        ["P20 an action that is not connected"] = new(404, [E3]) { Row = "D3" },
    };

    /// <summary>Probe and request, in one text, of every row.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

    public static DeployedAnswer Of(string probe, string request) => Rows[$"{probe} {request}"];
}
