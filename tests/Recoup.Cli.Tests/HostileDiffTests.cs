using System.Diagnostics;

namespace Recoup.Cli.Tests;

/// <summary>
/// No pair of documents stops the comparison: it ends with one of the documented exit codes. The work that a comparison may do is counted,
/// so that a pair takes about as long on every machine.
/// </summary>
public sealed class HostileDiffTests : IDisposable
{
    /// <summary>Far more than a pair takes on a busy machine. A comparison without an end would be interrupted.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public static TheoryData<string> Names => [.. HostilePairs.All.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_are_at_least_sixty_pairs() => HostilePairs.All.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_pair_ends_with_a_documented_exit_code(string name)
    {
        var (before, after) = HostilePairs.All[name];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Longest);

        var run = await Tool.RunAsync(null, ["diff", Write("old.json", before), Write("new.json", after)], stop);

        run.ExitCode.ShouldBeOneOf(ExitCode.Clean, ExitCode.Drift, ExitCode.Unusable, ExitCode.Undecided);
        run.All.ShouldNotBeEmpty();
        run.All.ShouldNotContain("   at Recoup.");
    }

    [Theory]
    [InlineData(HostilePairs.LongNames)]
    [InlineData(HostilePairs.ManyActions)]
    public async Task A_large_pair_needs_no_more_than_500_megabytes(string name)
    {
        var (before, after) = HostilePairs.All[name];
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "recoup.dll"), "diff", Write("old.json", before), Write("new.json", after)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The runtime ends a process that needs more. The value is hexadecimal.
        start.Environment["DOTNET_GCHeapHardLimit"] = "1F400000";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(ExitCode.Drift, error);
        (await output).ShouldContain("compared: ");
    }

    [Fact]
    public async Task An_interrupt_ends_a_comparison_of_composed_schemas_at_once()
    {
        // The two schemas alone take longer than this.
        var (before, after) = HostilePairs.All[HostilePairs.ManyReferences];
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var run = await Task.Run(() => Tool.RunAsync(null, ["diff", Write("old.json", before), Write("new.json", after)], stop));

        run.ExitCode.ShouldBe(ExitCode.Interrupted);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
