using System.Text.Json;
using Recoup.Recordings;

namespace Recoup.Emulator.Core.Replays;

/// <summary>Whether a value could be the one for which a recording has a stand-in.</summary>
internal static class StandIn
{
    public static bool IsLike(JsonElement recorded, JsonElement got) => (recorded.ValueKind, got.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => IsLike(TextOf(recorded), TextOf(got)),
        (JsonValueKind.Number, JsonValueKind.Number) => true,
        (JsonValueKind.Object, JsonValueKind.Object) => recorded.GetPropertyCount() == got.GetPropertyCount()
            && recorded.EnumerateObject().All(member => JsonTexts.TryGet(got, JsonTexts.NameOf(member), out var value)
                && IsLike(member.Value, value)),
        (JsonValueKind.Array, JsonValueKind.Array) => recorded.GetArrayLength() == got.GetArrayLength()
            && recorded.EnumerateArray().Zip(got.EnumerateArray()).All(pair => IsLike(pair.First, pair.Second)),
        _ => recorded.ValueKind == got.ValueKind,
    };

    /// <summary>
    /// Compares what is left of two texts without their sensitive parts, or their formats: the whole text may have been replaced.
    /// </summary>
    public static bool IsLike(string recorded, string got)
    {
        if (JsonTexts.Parse(recorded) is { } inner && JsonTexts.Parse(got) is { } innerGot)
            return IsLike(inner, innerGot);
        var (recordedSpans, gotSpans) = (SensitiveText.Find(recorded), SensitiveText.Find(got));
        if (SensitiveText.Skeleton(recorded, recordedSpans) == SensitiveText.Skeleton(got, gotSpans))
            return true;
        return recordedSpans.Count == 0
            ? ValueFormat.Of(recorded) == ValueFormat.Of(got)
            : Shape(recorded) == Shape(got);
    }

    // JSON inside a text may contain halves of surrogate pairs, which the recorder has replaced.
    private static string TextOf(JsonElement json)
    {
        JsonTexts.Read(json, out var text);
        return text;
    }

    /// <summary>The text with one letter for all letters, and one digit for all digits. A stand-in has that of its value.</summary>
    private static string Shape(string text) => string.Create(text.Length, text, static (characters, text) =>
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = char.IsDigit(text[i]) ? '0' : char.IsAsciiLetterUpper(text[i]) ? 'A' : char.IsLetter(text[i]) ? 'a' : text[i];
    });
}
