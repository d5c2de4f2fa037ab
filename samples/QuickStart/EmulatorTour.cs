using System.Text.Json;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace QuickStart;

/// <summary>Executes typed calls, generated from recoup.catalog.json, on an emulator of the same catalog.</summary>
internal static class EmulatorTour
{
    public static async Task<int> RunAsync()
    {
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
        using var recoup = emulator.CreateClient();

        Page.Title("The catalog");
        Page.Catalog(await recoup.ListActionsAsync());

        Page.Title("Three typed calls to three connectors");
        emulator.On(GoogleSheets.WriteSpreadsheet).Returns(new { updatedRows = 2 });
        emulator.On(GitHub.CreateIssue).Returns(new { number = 17, state = "open" });
        emulator.On(Gmail.FetchEmails).Returns(new { messages = new[] { new { subject = "Your weekly report" } } });
        await Execute(recoup, GoogleSheets.WriteSpreadsheet(
            spreadsheetId: "1AbC",
            rows: [["Artist", "Plays"], ["Ada", 42], [null, true]],
            sheetName: "Streams"));
        await Execute(recoup, GitHub.CreateIssue(owner: "ada", repo: "engine", title: "The mill does not turn", labels: ["bug"]));
        await Execute(recoup, Gmail.FetchEmails(query: "is:unread", maxResults: 5));

        Page.Title("A typed result, which recoup.results.json describes");
        emulator.On(YouTube.SearchVideos).Returns(new
        {
            items = new[]
            {
                new { id = new { videoId = "dQw4" }, snippet = new { publishedAt = "2026-11-02T18:00:00Z", title = "Lo-fi" } },
            },
        });
        var search = YouTube.SearchVideos(q: "lo-fi", maxResults: 1);
        Page.Line("-> " + search);
        foreach (var video in (await recoup.ExecuteAsync(search)).Value.Items)
            Page.Line($"<- {video.Snippet?.Title}, published {video.Snippet?.PublishedAt:yyyy-MM-dd}, id {video.Id?.VideoId}");

        Page.Title("A connector that is not connected: 409, and how to connect it");
        emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = "urn:li:share:1" });
        var post = LinkedIn.CreateLinkedInPost(author: "urn:li:person:ada", commentary: "The new single is out.");
        try
        {
            await Execute(recoup, post);
        }
        catch (ConnectorNotConnectedException e)
        {
            Page.Error(e);
        }

        var authorization = await recoup.Api.AuthorizeConnectorAsync(new AuthorizeConnectorRequest { Connector = "linkedin" });
        Page.Line($"Send the user to {authorization.Data.RedirectUrl}");
        emulator.CompleteAuthorization(authorization.Data.RedirectUrl);
        Page.Line("The user agrees. The same call again:");
        await Execute(recoup, post);

        Page.Title("Parameters that break the schema: 400, with a pointer");
        using var wrong = JsonDocument.Parse("""{"spreadsheet_id": "1AbC", "rows": [["Ada", {"plays": 42}]]}""");
        try
        {
            await recoup.ExecuteAsync("GOOGLESHEETS_WRITE_SPREADSHEET", wrong.RootElement);
        }
        catch (InvalidRequestException e)
        {
            Page.Error(e);
        }

        Page.Line("In a typed call, the same mistake does not compile.");
        Page.Line($"The journal: {emulator.Journal.Count()} requests, {emulator.Journal.Executions().Count} of them executed an action.");
        return 0;
    }

    private static async Task Execute<T>(RecoupClient recoup, ActionCall<T> call)
    {
        Page.Line("-> " + call);
        var done = await recoup.ExecuteAsync(call);
        Page.Line("<- " + done.Data.GetRawText());
    }
}
