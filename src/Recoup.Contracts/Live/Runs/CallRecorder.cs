using System.Text;
using System.Text.Json;
using Recoup.Contracts.Live.Api;
using Recoup.Recordings;

namespace Recoup.Contracts.Live.Runs;

/// <summary>Records the allowed calls of a verification, for <c>recoup learn</c> and for replays.</summary>
internal sealed class CallRecorder
{
    private readonly RecordingWriter _writer;
    private readonly LiveApi _api;

    /// <summary>Opens the file before anything is executed, so that no call is made in vain.</summary>
    /// <exception cref="ContractException">The file cannot be written.</exception>
    public CallRecorder(string path, IEnumerable<string> replaceMembers, LiveApi api, TimeProvider clock)
    {
        (_writer, _api) = (new RecordingWriter(path, replaceMembers, clock), api);
        Write(_writer.Open);
    }

    /// <summary>The files that a recorder writes: the recording and the key of its stand-ins.</summary>
    public static IReadOnlyList<string> FilesOf(string path) => [path, path + RecordingKey.Suffix];

    /// <summary>Records a call.</summary>
    /// <exception cref="ContractException">The file cannot be written.</exception>
    public void Record(string slug, JsonElement parameters, Guid? account, LiveResponse response, DateTimeOffset time, TimeSpan duration)
    {
        // A 200 that denies success is recorded as an error, as RecoupRecorder does.
        var isSuccess = response.Status == 200 && response.Json.ValueKind == JsonValueKind.Object
            && JsonTexts.TryGet(response.Json, "success", out var success) && success.ValueKind == JsonValueKind.True;
        var isJson = response.Json.ValueKind != JsonValueKind.Undefined;
        Write(() => _writer.Append(
        [
            new RecordedExchange(slug, parameters, response.Status)
            {
                Account = account?.ToString(),
                Result = isSuccess && JsonTexts.TryGet(response.Json, "result", out var result) ? result : null,
                Error = !isSuccess && isJson ? response.Json : null,
                Text = isJson ? null : Encoding.UTF8.GetString(response.Body.Span),
                ExecutedAt = isSuccess && JsonTexts.TryGet(response.Json, "executedAt", out var executedAt)
                    && executedAt.ValueKind == JsonValueKind.String && JsonTexts.Read(executedAt, out var text)
                    ? text
                    : null,
                Time = time,
                Duration = duration,
                Secrets = _api.Secrets,
            },
        ]));
    }

    private static void Write(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ContractException($"Calls cannot be recorded: {exception.Message}", exception);
        }
    }
}
