using Recoup.Emulator;

namespace Testing;

public sealed class WeeklyReportTests
{
    [Fact]
    public async Task The_report_writes_the_streams_into_the_sheet()
    {
        await using var emulator = Emulators.Start();
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 6 });

        await new WeeklyReport(emulator.CreateClient(), emulator.Clock).RunAsync(TestContext.Current.CancellationToken);

        emulator.Journal.Single(GoogleSheets.BatchUpdate).Parameters.GetProperty("sheet_name").GetString().ShouldBe("Streams");
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task The_report_waits_thirty_seconds_after_a_failure_and_tries_again(ApiBehavior behavior)
    {
        await using var emulator = Emulators.Start(behavior);
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.BatchUpdate).FailsUpstream("quota exceeded").Times(2).Then.Returns(new { updatedCells = 6 });

        await new WeeklyReport(emulator.CreateClient(), emulator.Clock).RunAsync(TestContext.Current.CancellationToken);

        emulator.Journal.All(GoogleSheets.BatchUpdate).Select(call => call.Status == 200).ShouldBe([false, false, true]);
        emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(60));
    }
}
