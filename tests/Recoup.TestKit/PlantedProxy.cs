using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Recoup.Tests;

/// <summary>A proxy in the environment. The settings apply to a whole process, so other processes send the requests.</summary>
internal sealed class PlantedProxy : IDisposable
{
    private static readonly string[] LowerCase = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"];
    private static readonly string[] UpperCase = [.. LowerCase.Select(variable => variable.ToUpperInvariant())];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PlantedProxy() => _listener.Start();

    /// <summary>The spellings of the variables; in lower and upper case separately too, because .NET reads lower case first.</summary>
    public static string[][] Spellings => [LowerCase, UpperCase, [.. LowerCase, .. UpperCase]];

    /// <summary>Whether a process has connected to the proxy.</summary>
    public bool HasConnection => _listener.Pending();

    /// <summary>Runs an assembly with the proxy in its environment, and returns its exit code and output.</summary>
    public async Task<(int Code, string Output)> RunAsync(
        IReadOnlyCollection<string> variables, string[] arguments, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in (string[])[.. LowerCase, .. UpperCase])
            start.Environment.Remove(variable);
        foreach (var variable in variables)
        {
            start.Environment[variable] = variable.StartsWith("no", StringComparison.OrdinalIgnoreCase)
                ? "other.example"
                : $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        }

        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose() => _listener.Dispose();
}
