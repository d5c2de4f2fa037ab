using System.Text.Json;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

/// <summary>Verifications of an emulator beside its own catalog, and the rows they name.</summary>
internal static class Verified
{
    /// <summary>The rows that the catalog of these tests lets a verification see: one connector is not connected, one action is a meta-action.</summary>
    public static readonly string[] Seen = ["D1", "D2", "D7", "D8", "D9", "D10", "D18", "D25", "D26"];

    public static Task<Tool> RunAsync(RecoupEmulator emulator, bool onPort, params string[] args)
    {
        string[] all = ["--format", "json", "--catalog", Emulators.Catalog, .. args];
        return onPort ? Emulators.VerifyOnPortAsync(emulator, all) : Emulators.VerifyInProcessAsync(emulator, all);
    }

    /// <summary>The rows that findings name; anything else that is found stands for itself.</summary>
    public static string[] Rows(Tool run)
    {
        run.Out.ShouldStartWith("{", Case.Sensitive, run.Error);
        return [.. JsonElement.Parse(run.Out).GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("level").GetString() == "live" ? finding.GetProperty("pointer").GetString()!.TrimStart('/') : finding.ToString())];
    }
}
