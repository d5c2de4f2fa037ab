using Recoup.Contracts.Rehearsals;

namespace Recoup.Contracts.Tests.Rehearsals;

public sealed class TestRunnerTests : IDisposable
{
    private const string TrxReport = "Microsoft.Testing.Extensions.TrxReport.dll";
    private const string XunitCore = "xunit.v3.core.dll";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("exec A.dll -noColor -result-trx R/r.trx", XunitCore, true, false)]
    [InlineData("exec A.dll -noColor -result-trx R/r.trx", XunitCore, false, false)]
    [InlineData(
        "exec A.dll --report-xunit-trx --report-xunit-trx-filename r.trx --results-directory R", XunitCore, true, true)]
    [InlineData("exec A.dll --report-trx --report-trx-filename r.trx --results-directory R", TrxReport, true, false)]
    [InlineData("vstest A.dll --logger:trx;LogFileName=r.trx --ResultsDirectory:R", "testhost.dll", false, false)]
    public void A_project_is_run_as_it_reports_its_results(
        string expected, string file, bool isTestingPlatform, bool hasTestingPlatformCommandLine)
    {
        var source = file == XunitCore ? Path.Combine(AppContext.BaseDirectory, XunitCore) : typeof(Report).Assembly.Location;
        File.Copy(source, Path.Combine(_folder, file));

        Arguments(Project() with
        {
            IsTestingPlatform = isTestingPlatform,
            HasTestingPlatformCommandLine = hasTestingPlatformCommandLine,
        }).ShouldBe(expected);
    }

    [Fact]
    public void An_older_xunit_has_an_older_option()
    {
        // Any assembly with a version below 4.
        File.Copy(typeof(Report).Assembly.Location, Path.Combine(_folder, XunitCore));

        Arguments(Project()).ShouldBe("exec A.dll -noColor -trx R/r.trx");
    }

    [Fact]
    public void VSTest_gets_the_settings_of_the_project() =>
        Arguments(Project() with { RunSettings = "my.runsettings" }).ShouldEndWith(" --Settings:my.runsettings");

    [Fact]
    public void A_project_without_a_report_in_TRX_is_told_the_cure() =>
        Should.Throw<ContractException>(() => TestRunnerTable.Find(Project() with { IsTestingPlatform = true })).Message
            .ShouldEndWith("Add it: dotnet add A.csproj package Microsoft.Testing.Extensions.TrxReport");

    [Fact]
    public async Task A_cancellation_ends_a_program_with_all_that_it_has_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a script of a Unix shell.");
        var id = Path.Combine(_folder, "id");
        var project = Path.Combine(_folder, "hang.proj");
        await File.WriteAllTextAsync(
            project,
            $"<Project><Target Name='Build'><Exec Command='echo $$ &gt; {id}.new; mv {id}.new {id}; exec sleep 600' /></Target></Project>",
            TestContext.Current.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = new ChildProcess().RunDotNetAsync(["msbuild", project, "-m:1", "-nologo"], TimeSpan.FromMinutes(2), stop.Token);
        while (!File.Exists(id) && !running.IsCompleted)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        var child = int.Parse(await File.ReadAllTextAsync(id, TestContext.Current.CancellationToken), null);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        for (var waited = 0; IsRunning(child) && waited < 200; waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        IsRunning(child).ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_that_exceeds_its_time_has_no_exit_code() =>
        (await new ChildProcess().RunDotNetAsync(
            ["--info"], TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken)).ShouldBeNull();

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private TestProject Project() => new("A.csproj", Path.Combine(_folder, "A.dll")) { HasTests = true };

    private string Arguments(TestProject project) =>
        string.Join(' ', TestRunnerTable.Find(project).Arguments(project, "R", "r.trx")).Replace(_folder + Path.DirectorySeparatorChar, "")
            .Replace('\\', '/');
}
