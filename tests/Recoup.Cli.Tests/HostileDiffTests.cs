namespace Recoup.Cli.Tests;

/// <summary>
/// No pair of documents stops the comparison: it ends with one of the documented exit codes. The work that a comparison may do is counted,
/// so that a pair takes about as long on every machine.
/// </summary>
public sealed class HostileDiffTests : IDisposable
{
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

        var run = await Tool.RunAsync("diff", Write("old.json", before), Write("new.json", after));

        run.ExitCode.ShouldBeOneOf(ExitCode.Clean, ExitCode.Drift, ExitCode.Unusable, ExitCode.Undecided);
        run.All.ShouldNotBeEmpty();
        run.All.ShouldNotContain("   at Recoup.");
    }

    [Fact]
    public async Task An_interrupt_ends_a_comparison_of_composed_schemas_at_once()
    {
        var (before, after) = HostilePairs.All["2,000 actions with composed parameters"];
        using var stop = new CancellationTokenSource();
        var run = Tool.RunAsync(null, ["diff", Write("old.json", before), Write("new.json", after)], stop);

        await stop.CancelAsync();

        (await run).ExitCode.ShouldBe(ExitCode.Interrupted);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
