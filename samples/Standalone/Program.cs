using Recoup.Actions;
using Recoup.Typed;

// "describe" prints the required parameters of the two actions. They come from the catalog that the program embeds.
if (args is ["describe"])
{
    foreach (var action in new[] { RecoupActions.Find(GitHub.CreateIssue), RecoupActions.Find(GoogleSheets.WriteSpreadsheet) })
        Console.WriteLine($"{action.Slug}: {action.ParametersSchema.GetProperty("required")}");
    return 0;
}

// Opens an issue and writes a row about it. RECOUP_API_KEY is the key. RECOUP_URL, if set, replaces the address of the API, for example
// with that of an emulator.
if (Environment.GetEnvironmentVariable("RECOUP_API_KEY") is not { Length: > 0 } key)
{
    await Console.Error.WriteLineAsync("Expected an API key in the environment variable RECOUP_API_KEY.");
    return 2;
}

var options = new RecoupClientOptions { ApiKey = key };
if (Environment.GetEnvironmentVariable("RECOUP_URL") is { Length: > 0 } url)
    options.BaseAddress = new Uri(url);

try
{
    using var recoup = new RecoupClient(options);
    var issue = await recoup.ExecuteAsync(GitHub.CreateIssue(
        owner: "ada", repo: "engine", title: "The mill does not turn", labels: ["bug"]));
    var number = issue.Data.GetProperty("number").GetInt64();
    Console.WriteLine($"Opened issue {number}.");

    await recoup.ExecuteAsync(GoogleSheets.WriteSpreadsheet(spreadsheetId: "1AbC", rows: [["Issue", number], ["Open", true]]));
    Console.WriteLine("Wrote the row.");
    return 0;
}
catch (ConnectorNotConnectedException e)
{
    await Console.Error.WriteLineAsync($"Connect the account first: {e.Message}");
    return 3;
}
catch (RecoupException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
