using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Actions;
using Recoup.Emulator;

namespace ReleaseWorker.Emulated;

/// <summary>A sheet that keeps its rows. The emulator knows connectors, accounts and schemas, but not what a spreadsheet is.</summary>
internal sealed class EmulatedSheet
{
    private readonly SortedDictionary<int, JsonNode> _rows = new() { [1] = new JsonArray("Release", "X", "LinkedIn") };

    /// <summary>The cells of a row, or null.</summary>
    public string? this[int row]
    {
        get => _rows.TryGetValue(row, out var cells) ? string.Join('|', cells.AsArray()) : null;
        set => _rows[row] = new JsonArray([.. value!.Split('|').Select(cell => JsonValue.Create(cell))]);
    }

    public object Values => new { range = "Releases!A:C", majorDimension = "ROWS", values = _rows.Values };

    public static EmulatedSheet On(RecoupEmulator emulator)
    {
        var sheet = new EmulatedSheet();
        emulator.On(GoogleSheets.GetValues).Returns(_ => sheet.Values);
        emulator.On(GoogleSheets.BatchUpdate).Returns(sheet.Write);
        return sheet;
    }

    public object Write(JsonElement parameters)
    {
        var row = int.Parse(parameters.GetProperty("first_cell_location").GetString().AsSpan(1), provider: null);
        _rows[row] = JsonNode.Parse(parameters.GetProperty("values")[0].GetRawText())!;
        return new { updatedRows = 1 };
    }
}
