using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>
/// Sends the tour through Stoplight Prism as a validating proxy, for a second opinion. Prism comes from npm, so the test runs only if
/// RECOUP_PRISM is set to a version, for example 5.16.0.
/// </summary>
public sealed class PrismTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prism_finds_no_violation_in_any_response_of_the_tour()
    {
        var version = Environment.GetEnvironmentVariable("RECOUP_PRISM");
        Assert.SkipWhen(string.IsNullOrEmpty(version), "Prism is not enabled: set RECOUP_PRISM to its version.");
        await using var mounted = await MountedEmulator.StartAsync(Host.Port);
        ContractTour.Prepare(mounted.Emulator);
        var port = FreePort();
        using var prism = Process.Start(new ProcessStartInfo("npx",
            [
                "--yes",
                $"@stoplight/prism-cli@{version}",
                "proxy",
                TestData.Spec,
                mounted.Client.BaseAddress!.ToString().TrimEnd('/'),
                "--port",
                $"{port}",
            ])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            while (await prism.StandardOutput.ReadLineAsync(Canceled) is { } line && !line.Contains("is listening"))
            {
                // Wait until it is ready.
            }

            var drained = prism.StandardOutput.ReadToEndAsync(Canceled);
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
            var violations = new List<string>();
            foreach (var stop in ContractTour.Stops)
                violations.AddRange(await ViolationsAsync(client, mounted, stop));

            // Some requests are wrong on purpose, to show that Prism validates. Only violations in responses count.
            violations.ShouldContain(violation => violation.Contains("\"request\""));
            violations.Where(violation => violation.Contains("\"response\"")).ShouldBeEmpty();
        }
        finally
        {
            prism.Kill(entireProcessTree: true);
        }
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(HttpClient client, MountedEmulator mounted, ContractStop stop)
    {
        var answer = await stop.SendAsync(mounted, client);

        ((int)answer.Status).ShouldBe(stop.Status, $"{stop.Name}: {answer.Body}");
        TestContext.Current.SendDiagnosticMessage("{0}: {1}", stop.Name, answer.Headers.GetValueOrDefault("sl-violations", "no violation"));
        return answer.Headers.TryGetValue("sl-violations", out var found)
            ? JsonElement.Parse(found).EnumerateArray().Select(violation => $"{stop.Name}: {violation.GetRawText()}")
            : [];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
