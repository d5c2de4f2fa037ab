using System.Net;

namespace Testing;

/// <summary>Writes the streams of a week to a sheet.</summary>
public sealed class WeeklyReport(RecoupClient recoup, TimeProvider clock)
{
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(30);
    private const int Attempts = 3;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var call = GoogleSheets.BatchUpdate(
            spreadsheetId: "1AbC",
            sheetName: "Streams",
            values: [["Artist", "Plays"], ["Ada", 42], [null, true]]);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await recoup.ExecuteAsync(call, cancellationToken: cancellationToken);
                return;
            }
            catch (RecoupException exception) when (exception.StatusCode >= HttpStatusCode.InternalServerError && attempt < Attempts)
            {
                // The action may have been executed, but writing the same cells again is harmless.
                await Task.Delay(BackOff, clock, cancellationToken);
            }
        }
    }
}
