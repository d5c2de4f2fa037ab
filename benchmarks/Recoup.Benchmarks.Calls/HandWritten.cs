using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Benchmarks.Calls;

/// <summary>The same calls as somebody careful writes them by hand: a kept writer, names as UTF-8, the bytes copied out.</summary>
public static class HandWritten
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    /// <summary>Opens an issue.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="repo">The repository.</param>
    /// <param name="title">The title.</param>
    /// <param name="body">The text.</param>
    /// <param name="labels">The labels.</param>
    public static byte[] CreateIssue(string owner, string repo, string title, string? body = null, IReadOnlyList<string>? labels = null)
    {
        var (buffer, json) = Start();
        json.WriteString("owner"u8, owner);
        json.WriteString("repo"u8, repo);
        json.WriteString("title"u8, title);
        if (body is not null)
            json.WriteString("body"u8, body);
        if (labels is not null)
        {
            json.WriteStartArray("labels"u8);
            for (var i = 0; i < labels.Count; i++)
                json.WriteStringValue(labels[i]);
            json.WriteEndArray();
        }

        return Finish(buffer, json);
    }

    /// <summary>Writes rows.</summary>
    /// <param name="spreadsheetId">The spreadsheet.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="sheetName">The sheet.</param>
    public static byte[] WriteSpreadsheet(string spreadsheetId, IReadOnlyList<IReadOnlyList<object?>> rows, string? sheetName = null)
    {
        var (buffer, json) = Start();
        json.WriteString("spreadsheet_id"u8, spreadsheetId);
        json.WriteStartArray("rows"u8);
        for (var i = 0; i < rows.Count; i++)
        {
            json.WriteStartArray();
            for (var j = 0; j < rows[i].Count; j++)
                WriteCell(json, rows[i][j]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (sheetName is not null)
            json.WriteString("sheet_name"u8, sheetName);
        return Finish(buffer, json);
    }

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Start()
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        var json = _json ??= new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        return (buffer, json);
    }

    private static byte[] Finish(ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        json.Reset();
        return bytes;
    }
}
