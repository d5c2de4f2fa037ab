using System.Text.Json;
using Recoup.Actions;
using Recoup.AI.Testing;

namespace Agent;

/// <summary>What a model would do for the sample release. A script takes its place, so the sample needs no key.</summary>
internal static class SampleScript
{
    private const string Sheet = "1qZk7Vt0mR3wYp8cXnB5sLdJ2uFhGa9oE4iTb6KvMxQs";

    public static ScriptedChatClient Create() => new ScriptedChatClient()
        .Calls(GoogleSheets.GetValues(spreadsheetId: Sheet, range: "Releases!A2:D2"))
        .Turn((turn, conversation) =>
        {
            var row = conversation.ResultOf(GoogleSheets.GetValues).GetProperty("values")[0];
            turn.Says("The release is not posted yet.").Calls(LinkedIn.CreateLinkedInPost(
                author: Text(row[2]), commentary: $"“{Text(row[0])}” is out: {Text(row[1])}"));
        })
        .Turn((turn, conversation) =>
        {
            var id = conversation.ResultOf(LinkedIn.CreateLinkedInPost).GetProperty("id");
            turn.Calls(GoogleSheets.BatchUpdate(
                spreadsheetId: Sheet, sheetName: "Releases", firstCellLocation: "D2",
                values: [[$"https://www.linkedin.com/feed/update/{Text(id)}"]]));
        })
        .Says("The release is posted and recorded.");

    private static string Text(JsonElement json) => json.GetString()!;
}
