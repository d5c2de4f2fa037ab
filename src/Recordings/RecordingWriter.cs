using System.Buffers;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>Records calls in a file, with stand-ins for secrets and personal data. One thread at a time uses it.</summary>
internal sealed class RecordingWriter
{
    /// <summary>The longest text of an error that is not JSON, in characters.</summary>
    private const int LongestText = 64 * 1024;

    private const int EnoughForOneWrite = 1024 * 1024;

    private readonly string _path;
    private readonly SensitiveNames _names;
    private readonly RecordingAppender _appender;
    private StandIns? _standIns;

    /// <summary>Initializes a writer; nothing is opened or created yet.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="replaceMembers">The names of further members whose values are replaced.</param>
    /// <param name="clock">The clock of the header.</param>
    public RecordingWriter(string path, IEnumerable<string> replaceMembers, TimeProvider clock)
    {
        _path = path;
        _names = new SensitiveNames(replaceMembers);
        var header = new RecordingHeader(RecordingFormat.Version, [.. SensitiveKind.All, .. _names.Chosen]);
        _appender = new RecordingAppender(path, header, clock);
    }

    /// <summary>Creates the file and its key, or finds out that they can be written.</summary>
    /// <exception cref="IOException">As for <see cref="Append"/>.</exception>
    public void Open()
    {
        _ = Load();
        _appender.Append([]);
    }

    /// <summary>Appends calls. One that cannot be written does not keep others from the file.</summary>
    /// <exception cref="IOException">A file cannot be opened, created or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be written, or is a folder.</exception>
    /// <exception cref="InvalidDataException">
    /// The file exists and is not a recording, or its key is not a key, or a call cannot be written; then the others are.
    /// </exception>
    public void Append(IEnumerable<RecordedExchange> exchanges)
    {
        var standIns = Load();
        var (lines, line) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        Exception? problem = null;
        foreach (var exchange in exchanges)
        {
            line.ResetWrittenCount();
            try
            {
                using var json = new Utf8JsonWriter(line, ReplacingWriter.Options);
                Write(json, exchange, standIns);
            }
            catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
            {
                problem ??= exception;
                continue;
            }

            lines.Write(line.WrittenSpan);
            lines.Write("\n"u8);
            if (lines.WrittenCount < EnoughForOneWrite)
                continue;
            _appender.Append(lines.WrittenSpan);
            lines.ResetWrittenCount();
        }

        if (lines.WrittenCount > 0)
            _appender.Append(lines.WrittenSpan);
        // The message of the cause could contain a value.
        if (problem is not null)
            throw new InvalidDataException($"A call of the recording {_path} cannot be written as JSON ({problem.GetType().Name}).");
    }

    private StandIns Load()
    {
        if (_standIns is not null)
            return _standIns;

        // No key is created beside a file that is no recording.
        _appender.Require();
        return _standIns = new StandIns(RecordingKey.Of(_path));
    }

    private void Write(Utf8JsonWriter json, RecordedExchange exchange, StandIns standIns)
    {
        var values = new ReplacingWriter(json, standIns, _names, Credentials.Of(exchange.Secrets));
        json.WriteStartObject();
        values.Write(RecordingFormat.Slug, exchange.Slug, LongestText);
        json.WriteString(RecordingFormat.Account, exchange.Account is { } account ? standIns.Account(account) : null);
        values.Write(RecordingFormat.Parameters, exchange.Parameters);
        json.WriteNumber(RecordingFormat.Status, exchange.Status);
        if (exchange.Result is { } result)
            values.Write(RecordingFormat.Result, result);
        if (exchange.Error is { } error)
            values.Write(RecordingFormat.Error, error);
        if (exchange.Text is { } text)
            values.Write(RecordingFormat.Text, text, LongestText);
        // Only a time is written, whatever the server sent in its place.
        if (RecordingTime.TryParse(exchange.ExecutedAt, out var executedAt))
            json.WriteString(RecordingFormat.ExecutedAt, RecordingTime.Text(executedAt));
        json.WriteString(RecordingFormat.Time, RecordingTime.Text(exchange.Time));
        json.WriteNumber(RecordingFormat.Duration, Math.Round(exchange.Duration.TotalMilliseconds, 3));
        WriteReplaced(json, values);
        json.WriteEndObject();
    }

    private static void WriteReplaced(Utf8JsonWriter json, ReplacingWriter values)
    {
        var pointers = values.Replaced.ToList();
        if (pointers.Count == 0)
            return;
        json.WriteStartArray(RecordingFormat.Replaced);
        foreach (var pointer in pointers)
            json.WriteStringValue(pointer);
        json.WriteEndArray();
    }
}
