using Recoup.Actions;
using Recoup.Typed;

namespace Recoup.Benchmarks.Calls;

/// <summary>One call, generated and written by hand.</summary>
/// <param name="Name">The call.</param>
/// <param name="Generated">Makes it with the generated method.</param>
/// <param name="ByHand">Makes it with the method written by hand.</param>
public sealed record CallPair(string Name, Func<object> Generated, Func<object> ByHand)
{
    /// <summary>Strings and a list of strings; a table of 100 rows of cells that are text, number, boolean or null.</summary>
    public static IReadOnlyList<CallPair> All { get; } = [Issue(), Table()];

    private static CallPair Issue()
    {
        string[] labels = ["bug", "help wanted"];
        GitHub.CreateIssueLabels[] typed = [.. labels];
        const string Body = "It stopped at noon. The shaft turns, the stones do not.";
        return new CallPair(
            "GITHUB_CREATE_ISSUE, 5 parameters",
            () => GitHub.CreateIssue(owner: "ada", repo: "engine", title: "The mill does not turn", body: Body, labels: typed),
            () => HandWritten.CreateIssue("ada", "engine", "The mill does not turn", Body, labels));
    }

    private static CallPair Table()
    {
        StringOrNumberOrBoolean?[][] rows =
        [
            .. Enumerable.Range(0, 100).Select(i => new StringOrNumberOrBoolean?[] { "Ada", i * 1.5, true, null }),
        ];
        object?[][] cells = [.. Enumerable.Range(0, 100).Select(i => new object?[] { "Ada", i * 1.5, true, null })];
        return new CallPair(
            "GOOGLESHEETS_WRITE_SPREADSHEET, 100 rows of 4 cells",
            () => GoogleSheets.WriteSpreadsheet(spreadsheetId: "1AbC", rows: rows, sheetName: "Streams"),
            () => HandWritten.WriteSpreadsheet("1AbC", cells, "Streams"));
    }
}
