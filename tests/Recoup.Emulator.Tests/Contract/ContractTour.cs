using System.Text;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>One request for each documented status of each operation.</summary>
internal static class ContractTour
{
    private const string Stranger = "11111111-1111-4111-8111-111111111111";
    private const string Cover = "https://cdn.example/cover.png";

    public static IReadOnlyList<ContractStop> Stops { get; } =
    [
        new("GET", "/api/connectors", "", 200, 200, true),
        new("GET", "/api/connectors?account_id=x", "", 400, 400, true),
        new("GET", "/api/connectors", "", 401, 401, false),
        new("GET", $"/api/connectors?account_id={Stranger}", "", 403, 403, true),
        new("POST", "/api/connectors", """{"connector":"linkedin"}""", 200, 200, true),
        new("POST", "/api/connectors", """{"connector":"myspace"}""", 400, 500, true),
        new("POST", "/api/connectors", """{"connector":"linkedin"}""", 401, 401, false),
        new("POST", "/api/connectors", $$"""{"connector":"linkedin","account_id":"{{Stranger}}"}""", 403, 403, true),
        new("DELETE", "/api/connectors", """{"connected_account_id":"CONNECTION"}""", 200, 200, true),
        new("DELETE", "/api/connectors", "{}", 400, 400, true),
        new("DELETE", "/api/connectors", "{}", 401, 401, false),
        new("DELETE", "/api/connectors", """{"connected_account_id":"ca_x"}""", 403, 403, true),
        new("GET", "/api/connectors/actions", "", 200, 200, true),
        new("GET", "/api/connectors/actions?account_id=", "", 400, 400, true),
        new("GET", "/api/connectors/actions", "", 401, 401, false),
        new("GET", $"/api/connectors/actions?account_id={Stranger}", "", 403, 403, true),
        new("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""", 200, 200, true),
        new("POST", "/api/connectors/actions", $$$"""{"actionSlug":"{{{Update}}}","parameters":{"values":1}}""", 400, 200, true),
        new("POST", "/api/connectors/actions", "", 401, 401, false),
        new(
            "POST",
            "/api/connectors/actions",
            $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}},"account_id":"{{Stranger}}"}""",
            403,
            403,
            true),
        new("POST", "/api/connectors/actions", """{"actionSlug":"NO","parameters":{}}""", 404, 404, true),
        new("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Post}}","parameters":{{ValidPost}}}""", 409, 404, true),
        new("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Issue}}","parameters":{{ValidIssue}}}""", 502, 500, true),
        new("POST", "/api/connectors/files", $$"""{"url":"{{Cover}}","toolSlug":"{{Post}}"}""", 200, 200, true),
        new("POST", "/api/connectors/files", """{"url":"here","toolSlug":"A"}""", 400, 400, true),
        new("POST", "/api/connectors/files", "{}", 401, 401, false),
        new("POST", "/api/connectors/files", """{"url":"https://cdn.example/broken.png","toolSlug":"A"}""", 502, 502, true),
    ];

    /// <summary>Scripts the outcomes that the tour needs.</summary>
    public static void Prepare(RecoupEmulator emulator)
    {
        emulator.On(Issue).FailsUpstream("GitHub is down");
        emulator.OnFile("https://cdn.example/broken.png").FailsUpstream();
    }

    /// <summary>Sends the request of a stop, and restores a connection that it removes.</summary>
    /// <param name="stop">The stop.</param>
    /// <param name="mounted">The emulator, for the id of a connection that may be removed.</param>
    /// <param name="client">The client that sends the request; null for the emulator's own.</param>
    public static async Task<Answer> SendAsync(this ContractStop stop, MountedEmulator mounted, HttpClient? client = null)
    {
        var connection = (await mounted.Client.GetAnswerAsync(Requests.Connectors)).Json.GetProperty("connectors")[0]
            .GetProperty("connectedAccountId")
            .GetString();
        var content = stop.Method == "GET"
            ? null
            : Requests.Content(Encoding.UTF8.GetBytes(stop.Body.Replace("CONNECTION", connection)), "application/json");
        (string, string)[] headers = stop.HasKey ? [("x-api-key", mounted.Emulator.DefaultAccount.ApiKey)] : [];
        using var anonymous = mounted.CreateClient();
        var answer = await (client ?? anonymous).SendAsync(new HttpMethod(stop.Method), stop.Target, content, headers);
        if (stop is { Method: "DELETE", Status: 200 })
            mounted.Emulator.Connect("googlesheets");
        return answer;
    }
}
