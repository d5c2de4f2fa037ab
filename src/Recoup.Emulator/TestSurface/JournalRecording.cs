using System.Text;
using System.Text.Json;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Recordings;

namespace Recoup.Emulator.TestSurface;

/// <summary>Writes the calls of a journal as a recording.</summary>
internal static class JournalRecording
{
    /// <exception cref="RecoupEmulatorException">The file cannot be written.</exception>
    public static void Save(string path, IEnumerable<Exchange> exchanges, IReadOnlyList<string> secrets, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var writer = new RecordingWriter(path, [], clock);
            writer.Open();
            writer.Append(exchanges.Select(exchange => Recorded(exchange, secrets)).OfType<RecordedExchange>());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new RecoupEmulatorException($"{path}: the recording cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>An exchange as a recorder would have seen it; null if it is no call with a response.</summary>
    private static RecordedExchange? Recorded(Exchange exchange, IReadOnlyList<string> secrets)
    {
        if (exchange is not { Slug: { } slug, Status: { } status, Parameters: { ValueKind: JsonValueKind.Object } parameters }
            || exchange.ResponseBody.IsEmpty)
        {
            return null;
        }

        // As RecoupRecorder sees it: a 200 that denies success is an error.
        var isJson = ExchangeJson.TryParse(exchange.ResponseBody, out var body);
        var isSuccess = status == 200 && body.ValueKind == JsonValueKind.Object
            && JsonTexts.TryGet(body, "success", out var success) && success.ValueKind == JsonValueKind.True;
        return new RecordedExchange(slug, parameters, status)
        {
            Account = exchange.Account == exchange.Caller ? null : exchange.Account?.Id.ToString(),
            Result = isSuccess && JsonTexts.TryGet(body, "result", out var result) ? result : null,
            Error = isJson && !isSuccess ? body : null,
            Text = isJson ? null : Encoding.UTF8.GetString(exchange.ResponseBody.Span),
            ExecutedAt = isSuccess && JsonTexts.TryGet(body, "executedAt", out var at) && at.ValueKind == JsonValueKind.String
                && JsonTexts.Read(at, out var time)
                ? time
                : null,
            Time = exchange.At,
            Duration = exchange.Duration,
            Secrets = secrets,
        };
    }
}
