namespace Recoup.Benchmarks.Emulation;

/// <summary>Every server that is measured on a port; the emulator first.</summary>
internal static class PeerTable
{
    private const string WireMockJar = "wiremock-standalone-3.13.2.jar";

    public static IReadOnlyList<Peer> Of(Workload workload, PeerFolder folder)
    {
        var self = Path.Combine(AppContext.BaseDirectory, "Recoup.Benchmarks.dll");
        var peers = Path.Combine(CatalogFile.Repository, "benchmarks", "peers");
        var ajv = Path.Combine(peers, "ajv", "node_modules", "ajv");
        var prism = Path.Combine(peers, "prism", "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
        var wireMock = Path.Combine(peers, "wiremock", "node_modules", "wiremock", "build", WireMockJar);
        return
        [
            new("**emulator**, every request validated", port => ["dotnet", self, "serve", Serving.Emulator, port, workload.CatalogPath],
                self, Workload.Path, workload.Body, ""),
            new("bare Kestrel minimal API: parses, echoes", port => ["dotnet", self, "serve", Serving.Bare, port, workload.CatalogPath],
                self, Workload.Path, workload.Body, "at least 0.85"),
            new("node http + Ajv, 60 lines", port => ["node", Path.Combine(peers, "ajv", "server.js"), workload.CatalogPath, port],
                ajv, Workload.Path, workload.Body, "above 1"),
            new("Prism, the API's document alone", port =>
                [
                    "node",
                    prism,
                    "mock",
                    Path.Combine(CatalogFile.Repository, "specs", "social.json"),
                    "--port",
                    port,
                    "--host",
                    "127.0.0.1",
                    "--verboseLevel",
                    "silent",
                ],
                prism, Workload.Path, workload.Body, ""),
            new("Prism, an operation for each action", port =>
                ["node", prism, "mock", folder.Document, "--port", port, "--host", "127.0.0.1", "--verboseLevel", "silent"],
                prism, $"/actions/{workload.Slug}", workload.Parameters, ""),
            new("WireMock, a stub with a schema for each action", port =>
                ["java", "-jar", wireMock, "--port", port, "--bind-address", "127.0.0.1", "--root-dir", folder.Stubs, "--disable-banner"],
                wireMock, Workload.Path, workload.Body, ""),
        ];
    }
}
