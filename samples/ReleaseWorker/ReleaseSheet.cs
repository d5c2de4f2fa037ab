using System.Text.Json;
using Recoup.Actions;
using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>The tab "Releases" records the posts of all runs. Its first row contains titles.</summary>
internal sealed class ReleaseSheet(RecoupClient recoup, Retries retries, Release release)
{
    private const string Tab = "Releases";

    public async Task<ReleaseRow> ReadAsync(CancellationToken cancellationToken)
    {
        var read = GoogleSheets.GetValues(spreadsheetId: release.SpreadsheetId, range: $"{Tab}!A:C");
        var rows = (await retries.Repeatable.ExecuteAsync(
            async token => await recoup.ExecuteAsync(read, cancellationToken: token), cancellationToken)).Value.Values;

        var index = rows.TakeWhile(row => Text(row, 0) != release.Id).Count();
        var row = index < rows.Count ? rows[index] : [];
        return new ReleaseRow(
            Math.Max(index, 1) + 1,
            release.Id,
            [.. Enum.GetValues<Channel>().Select(channel => Text(row, (int)channel + 1))]);
    }

    public async Task WriteAsync(ReleaseRow row, CancellationToken cancellationToken)
    {
        // Repeatable, because it names its cells: without firstCellLocation, each repetition would append a row.
        var write = GoogleSheets.BatchUpdate(
            spreadsheetId: release.SpreadsheetId,
            sheetName: Tab,
            values: [[row.Release, .. row.Posts]],
            firstCellLocation: $"A{row.Number}",
            // With USER_ENTERED, an id of 19 digits would become a number and lose its last digits.
            valueInputOption: GoogleSheets.BatchUpdateValueInputOption.Raw);
        await retries.Repeatable.ExecuteAsync(
            async token => await recoup.ExecuteAsync(write, cancellationToken: token), cancellationToken);
    }

    // A row does not contain the empty cells at its end.
    private static string Text(IReadOnlyList<JsonElement> row, int column) => row.Count > column ? row[column].ToString() : "";
}
