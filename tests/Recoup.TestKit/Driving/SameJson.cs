using System.Globalization;
using System.Text.Json;

namespace Recoup.Tests.Driving;

/// <summary>Compares JSON values. Different spellings of the same number or the same time are equal.</summary>
internal static class SameJson
{
    public static bool Are(JsonElement left, JsonElement right) =>
        left.GetRawText() == right.GetRawText() || (left.ValueKind, right.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => left.EnumerateObject().Count() == right.EnumerateObject().Count()
                && left.EnumerateObject().All(member => right.TryGetProperty(member.Name, out var other) && Are(member.Value, other)),
            (JsonValueKind.Array, JsonValueKind.Array) => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => Are(pair.First, pair.Second)),
            (JsonValueKind.String, JsonValueKind.String) => left.GetString() == right.GetString()
                || (Moment(left) is { } moment && moment == Moment(right)),
            _ => JsonElement.DeepEquals(left, right),
        };

    private static DateTimeOffset? Moment(JsonElement text) =>
        DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
