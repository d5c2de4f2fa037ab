using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Recoup.EndToEnd.Tests;

/// <summary>A proxy in the environment. The settings apply to a whole process, so other processes send the requests.</summary>
public sealed class ProxyTests
{
    private static readonly string[] Variables =
        ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"];

    [Fact]
    public async Task The_client_uses_no_proxy_for_a_loopback_address()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();

        // This assembly has a test that sends requests to a port.
        var (code, output) = await RunAsync(
            proxy, typeof(ProxyTests).Assembly.Location, "-method", "*.FirstProgramTests.A_typed_call_is_a_value_that_a_client_executes");

        code.ShouldBe(0, output);
        proxy.Pending().ShouldBeFalse("the proxy got a connection");
    }

    private static async Task<(int Code, string Output)> RunAsync(TcpListener proxy, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in Variables)
        {
            start.Environment[variable] = variable.StartsWith("no", StringComparison.OrdinalIgnoreCase)
                ? "other.example"
                : $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}";
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
