using System.Text.Json;
using Recoup.Recordings;

namespace Recoup.Emulator.Core.Replays;

/// <summary>A recorded call that can answer calls.</summary>
internal sealed class ReplayedCall(RecordedCall call, ReplayOptions options)
{
    private readonly ReplacedPlaces _replaced = new(call.Replaced);

    public ReplayOptions Options => options;

    public string Slug { get; } = call.Slug;

    /// <summary>File and line.</summary>
    public string Place { get; } = call.Place;

    public DateTimeOffset Time { get; } = call.Time;

    public JsonElement Parameters { get; } = RecordedCall.Parse(call.Parameters);

    public int Status { get; } = call.Status;

    /// <summary>The result as UTF-8 text, because most results are never used.</summary>
    public byte[]? Result { get; } = call.Result?.ToArray();

    public byte[]? Error { get; } = call.Error?.ToArray();

    public string? Text { get; } = call.Text;

    public string? ExecutedAt { get; } = call.ExecutedAt;

    public bool IsUsed { get; set; }

    /// <summary>Whether a call's parameters are exactly those that were recorded.</summary>
    public bool HasEqual(JsonElement parameters) => JsonElement.DeepEquals(Parameters, parameters);

    /// <summary>How a call's parameters differ from the recorded ones.</summary>
    public IEnumerable<string> Differences(JsonElement parameters) =>
        RecordedParameters.Differences(Parameters, parameters, _replaced);
}
