using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Emulation;

/// <summary>The load generator wrk: one thread, 16 connections, the same request over and over.</summary>
internal static partial class Wrk
{
    public static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>Answers a second, after a warm-up.</summary>
    /// <exception cref="InvalidOperationException">Not every answer was a success.</exception>
    public static async Task<double> RunAsync(Uri address, string body)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, $"""
                wrk.method = "POST"
                wrk.body = {LuaText(body)}
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["x-api-key"] = "{RecoupEmulator.DefaultApiKey}"
                """);
            await RunAsync(address, script, seconds: 3);
            var report = await RunAsync(address, script, seconds: 5);
            if (report.Contains("Non-2xx", StringComparison.Ordinal))
                throw new InvalidOperationException(report);
            return double.Parse(Rate().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<string> RunAsync(Uri address, string script, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk",
            [
                "--threads",
                "1",
                "--connections",
                "16",
                "--duration",
                $"{seconds}s",
                "--timeout",
                "30s",
                "--script",
                script,
                address.ToString(),
            ])
        {
            RedirectStandardOutput = true,
        })!;
        var report = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return report;
    }

    // A long bracket that no JSON contains.
    private static string LuaText(string json) => $"[==[{json}]==]";

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();
}
