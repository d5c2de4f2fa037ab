using System.Text.Json;
using Recoup.Recordings;

namespace Recoup.Emulator.Core.Replays;

/// <summary>Whether a value could be the one for which a recording has a stand-in.</summary>
internal static class StandIn
{
    public static bool IsLike(JsonElement recorded, JsonElement got) => (recorded.ValueKind, got.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => IsLike(recorded.GetString()!, got.GetString()!),
        (JsonValueKind.Number, JsonValueKind.Number) => true,
        (JsonValueKind.Object, JsonValueKind.Object) => recorded.GetPropertyCount() == got.GetPropertyCount()
            && recorded.EnumerateObject().All(member => got.TryGetProperty(member.Name, out var value) && IsLike(member.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => recorded.GetArrayLength() == got.GetArrayLength()
            && recorded.EnumerateArray().Zip(got.EnumerateArray()).All(pair => IsLike(pair.First, pair.Second)),
        _ => recorded.ValueKind == got.ValueKind,
    };

    /// <summary>
    /// Compares what is left of two texts without their sensitive parts. If nothing shows which part was replaced, it was the whole text.
    /// </summary>
    public static bool IsLike(string recorded, string got)
    {
        if (Parse(recorded) is { } inner && Parse(got) is { } innerGot)
            return IsLike(inner, innerGot);
        var (recordedSpans, gotSpans) = (SensitiveText.Find(recorded), SensitiveText.Find(got));
        return recordedSpans.Count == 0 && gotSpans.Count == 0
            ? ValueFormat.Of(recorded) == ValueFormat.Of(got)
            : SensitiveText.Skeleton(recorded, recordedSpans) == SensitiveText.Skeleton(got, gotSpans);
    }

    private static JsonElement? Parse(string text)
    {
        if (text.Length < 2 || text[0] is not ('{' or '['))
            return null;
        try
        {
            return JsonElement.Parse(text, RecordingFormat.DocumentOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
