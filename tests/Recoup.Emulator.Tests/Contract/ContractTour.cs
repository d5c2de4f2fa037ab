using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>One request for each documented status of each operation.</summary>
internal static class ContractTour
{
    private const string Stranger = "11111111-1111-4111-8111-111111111111";
    private const string Cover = "https://cdn.example/cover.png";

    // What is sent, and what the contract answers. The key is left out where it says so.
    public static IReadOnlyList<(string Method, string Path, string Body, int Status, bool HasKey)> Stops { get; } =
    [
        ("GET", "/api/connectors", "", 200, true),
        ("GET", "/api/connectors?account_id=x", "", 400, true),
        ("GET", "/api/connectors", "", 401, false),
        ("GET", $"/api/connectors?account_id={Stranger}", "", 403, true),
        ("POST", "/api/connectors", """{"connector":"linkedin"}""", 200, true),
        ("POST", "/api/connectors", """{"connector":"myspace"}""", 400, true),
        ("POST", "/api/connectors", """{"connector":"linkedin"}""", 401, false),
        ("POST", "/api/connectors", $$"""{"connector":"linkedin","account_id":"{{Stranger}}"}""", 403, true),
        ("DELETE", "/api/connectors", """{"connected_account_id":"CONNECTION"}""", 200, true),
        ("DELETE", "/api/connectors", "{}", 400, true),
        ("DELETE", "/api/connectors", "{}", 401, false),
        ("DELETE", "/api/connectors", """{"connected_account_id":"ca_x"}""", 403, true),
        ("GET", "/api/connectors/actions", "", 200, true),
        ("GET", "/api/connectors/actions?account_id=", "", 400, true),
        ("GET", "/api/connectors/actions", "", 401, false),
        ("GET", $"/api/connectors/actions?account_id={Stranger}", "", 403, true),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""", 200, true),
        ("POST", "/api/connectors/actions", $$$"""{"actionSlug":"{{{Update}}}","parameters":{"values":1}}""", 400, true),
        ("POST", "/api/connectors/actions", "", 401, false),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}},"account_id":"{{Stranger}}"}""", 403, true),
        ("POST", "/api/connectors/actions", """{"actionSlug":"NO","parameters":{}}""", 404, true),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Post}}","parameters":{{ValidPost}}}""", 409, true),
        ("POST", "/api/connectors/actions", $$"""{"actionSlug":"{{Issue}}","parameters":{{ValidIssue}}}""", 502, true),
        ("POST", "/api/connectors/files", $$"""{"url":"{{Cover}}","toolSlug":"{{Post}}"}""", 200, true),
        ("POST", "/api/connectors/files", """{"url":"here","toolSlug":"A"}""", 400, true),
        ("POST", "/api/connectors/files", "{}", 401, false),
        ("POST", "/api/connectors/files", """{"url":"https://cdn.example/broken.png","toolSlug":"A"}""", 502, true),
    ];

    /// <summary>What has to be scripted for the tour.</summary>
    public static void Prepare(RecoupEmulator emulator)
    {
        emulator.On(Issue).FailsUpstream("GitHub is down");
        emulator.OnFile("https://cdn.example/broken.png").FailsUpstream();
    }
}
