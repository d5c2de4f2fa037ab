using System.Net;

namespace Testing;

/// <summary>Writes the streams of a week into a sheet.</summary>
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
                // It may have been executed. Writing the same cells again does no harm.
                await Task.Delay(BackOff, clock, cancellationToken);
            }
        }
    }
}
