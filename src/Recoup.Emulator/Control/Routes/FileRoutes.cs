using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Routes;

/// <summary>Files: scripts of URLs, staged files, and recordings.</summary>
internal static class FileRoutes
{
    private const string JsonLines = "application/jsonl";
    private const int MaxRecording = 64 << 20;

    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("PUT", "/_recoup/files", Script) { Body = ControlBody.Json },
        new("POST", "/_recoup/staged-files", Stage) { Body = ControlBody.Json },
        new("POST", "/_recoup/recordings", AddRecording) { Body = JsonLines, MaxBody = MaxRecording, Query = ["expires", "misses"] },
    ];

    private static ApiResponse Script(ControlCall call)
    {
        var (url, script) = ((string?)null, (Action<FileStub>?)null);
        call.ReadBody(
            "the script of a file",
            [
                new("url", value => url = value.Text("a URL")),
                new("outcome", value => script = OutcomeTable.ReadOne(value, "the outcome of staging a file", OutcomeTable.OfFiles)),
            ],
            "url",
            "outcome");
        script!(new FileStub(call.Engine.Services.Files, url!));
        return ControlCall.Done;
    }

    private static ApiResponse Stage(ControlCall call)
    {
        var value = ControlBody.Parse(call.Body);
        var described = FileReader.ReadDescriptor(value, hasKey: false);
        ControlBody.Require(value);
        var file = call.Engine.State.Stage("staged:" + described!.Name, described.Name, described.MimeType);
        return ControlCall.Json(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", file.Name);
                writer.WriteString("mimetype", file.MimeType);
                writer.WriteString("s3key", file.S3Key);
                writer.WriteEndObject();
            },
            201);
    }

    private static ApiResponse AddRecording(ControlCall call)
    {
        var expires = call.Number("expires", 0, 1e9) is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        ReplayMiss? misses = call.Text("misses") switch
        {
            null => null,
            "fail" => ReplayMiss.Fail,
            "sample" => ReplayMiss.Sample,
            var other => throw ControlCall.Wrong("misses", "fail or sample", other),
        };
        using var content = new MemoryStream(call.Body.ToArray());
        try
        {
            call.Engine.Services.Replays.Add(content, "recording", new ReplayOptions { Expires = expires, Misses = misses });
            return ControlCall.Done;
        }
        catch (RecoupEmulatorException exception)
        {
            throw new ControlProblem(400, exception.Message);
        }
    }
}
