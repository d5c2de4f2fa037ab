using System.Text.Json;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests;

/// <summary>The first program of a new user, word for word.</summary>
public sealed class FirstProgramTests
{
    [Fact]
    public async Task A_typed_call_is_a_value_that_a_client_executes()
    {
        await using var service = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
        var address = await service.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        service.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 4 });
        var key = service.DefaultAccount.ApiKey;
        var artistId = service.DefaultAccount.Id;
        var ct = TestContext.Current.CancellationToken;

        using var recoup = new RecoupClient(new RecoupClientOptions { ApiKey = key, BaseAddress = address });

        ActionCall<JsonElement> call = GoogleSheets.BatchUpdate(
            spreadsheetId: "1AbC",
            sheetName: "Streams",
            values: [["Artist", "Plays"], ["Ada", 42], [null, true]]);

        ActionResult<JsonElement> done = await recoup.ExecuteAsync(call, account: artistId, cancellationToken: ct);

        done.Data.GetProperty("updatedCells").GetInt32().ShouldBe(4);
        done.ExecutedAt.ShouldNotBeNull();
        service.Journal.Single(GoogleSheets.BatchUpdate).Parameters.GetRawText()
            .ShouldBe("""{"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",42],[null,true]]}""");
    }

    [Fact]
    public async Task The_same_code_runs_in_a_test_against_the_emulator()
    {
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
        emulator.Connect("googlesheets");
        emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 4 });

        await new WeeklyReport(emulator.CreateClient()).RunAsync();

        emulator.Journal.Single(GoogleSheets.BatchUpdate).Parameters.GetProperty("sheet_name").GetString().ShouldBe("Streams");
    }

    private sealed class WeeklyReport(RecoupClient recoup)
    {
        public async Task RunAsync() => await recoup.ExecuteAsync(GoogleSheets.BatchUpdate(
            spreadsheetId: "1AbC", sheetName: "Streams", values: [["Ada", 42]]));
    }
}
