using Recoup.Emulator;

namespace Recoup.Cli.Tests;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("documented")]
    [InlineData("deployed")]
    public async Task An_outage_is_undecided_and_not_a_finding(string expect)
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        emulator.IsUpstreamDown = true;

        var run = await Tool.VerifyAsync(emulator, "--expect", expect, "--catalog", Emulators.Catalog);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
    }

    [Fact]
    public async Task A_catalog_that_has_lost_its_connectors_is_suspect()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);
        emulator.SetUpstreamDown(emulator.DefaultAccount);

        var run = await Tool.VerifyAsync(emulator, "--catalog", Emulators.Catalog);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Out.ShouldContain("only the meta-actions");
    }

    [Fact]
    public async Task A_missing_action_is_reported()
    {
        await using var emulator = RecoupEmulator.Start(
            Catalogs.RecoupCatalog.Load(Emulators.Catalog).Where(action => action.Slug != "GOOGLESHEETS_LOOKUP_ROW"),
             new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });

        var run = await Tool.VerifyOnPortAsync(emulator, "--catalog", Emulators.Catalog);

        run.ExitCode.ShouldBe(ExitCode.Drift);
        run.Out.ShouldContain("GOOGLESHEETS_LOOKUP_ROW");
    }

    [Fact]
    public async Task The_text_report_is_as_approved()
    {
        await using var emulator = Emulators.Start(ApiBehavior.Deployed);

        var run = await Tool.VerifyAsync(emulator, "--expect", "documented", "--spec", TestSpec, "--catalog", Emulators.Catalog);

        run.Out.Replace(TestSpec, "specs/social.json", StringComparison.Ordinal)
            .ShouldMatchApproved(approved => approved.WithFileExtension(".txt"));
    }

    private static string TestSpec => Recoup.Tests.TestData.Spec;
}
