using System.Text;
using System.Text.Json;
using Recoup.Emulator;
using Recoup.Recordings;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// A recording, read and replayed. Only an <see cref="InvalidDataException"/> that begins with file and line may be thrown by the reader,
/// and only a <see cref="RecoupEmulatorException"/> by the emulator. JSON in a call parses. A replayed call gets the recorded status,
/// or one of the emulator.
/// </summary>
internal static class RecordingTarget
{
    private const string Name = "recording.jsonl";

    public static void Run(ReadOnlyMemory<byte> input)
    {
        var calls = Read(input);
        var host = EngineHost.Start();
        try
        {
            host.Engine.Services.Replays.Add(new MemoryStream(input.ToArray()), Name, new ReplayOptions());
        }
        catch (RecoupEmulatorException exception)
        {
            Promise.That(
                calls is null or [] || exception.Message.EndsWith(" contains half of a surrogate pair.", StringComparison.Ordinal),
                "what the reader reads is replayed");
            return;
        }

        Promise.That(calls is [_, ..], "what the reader refuses, or finds no call in, is refused");
        foreach (var (slug, parameters) in calls!.Take(20))
            Call(host, slug, parameters);
    }

    private static List<(string Slug, string Parameters)>? Read(ReadOnlyMemory<byte> input)
    {
        var calls = new List<(string, string)>();
        try
        {
            foreach (var call in RecordingReader.Read(new MemoryStream(input.ToArray()), Name))
            {
                Promise.Same(JsonValueKind.Object, RecordedCall.Parse(call.Parameters).ValueKind, "the kind of parameters and an object");
                if (call.Result is { } result)
                    _ = RecordedCall.Parse(result);
                if (call.Error is { } error)
                    _ = RecordedCall.Parse(error);
                calls.Add((call.Slug, Encoding.UTF8.GetString(call.Parameters.Span)));
            }

            return calls;
        }
        catch (InvalidDataException exception)
        {
            var message = exception.Message;
            Promise.That(message.StartsWith(Name + ":", StringComparison.Ordinal), $"the message begins with file and line: {message}");
            return null;
        }
    }

    private static void Call(EngineHost host, string slug, string parameters)
    {
        var body = $$"""{"actionSlug":{{JsonSerializer.Serialize(slug)}},"parameters":{{parameters}}}""";
        (string, string)[] headers = [("x-api-key", RecoupEmulator.DefaultApiKey), ("Content-Type", "application/json")];
        var response = host.Send(new RawRequest("POST", "/api/connectors/actions", "", headers, Encoding.UTF8.GetBytes(body)));
        Promise.That(response is { Status: (>= 200 and < 500) or 501 or 502 or >= 600 }, $"a replayed call: {response?.Status}");
    }
}
