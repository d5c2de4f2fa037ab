using System.Globalization;
using System.Text.Json;
using Recoup.Binding.Types;

namespace Recoup.Contracts.Listing;

/// <summary>Writes single values of JSON as C#; null for a value that the C# type cannot hold.</summary>
internal static class ScalarSource
{
    public static string? Of(ScalarKind kind, JsonElement json) => (kind, json.ValueKind) switch
    {
        (ScalarKind.Text, JsonValueKind.String) => CSharpText.Literal(json.GetString()!),
        (ScalarKind.Integer, JsonValueKind.Number) => Integer(json),
        (ScalarKind.Number, JsonValueKind.Number) => Number(json),
        (ScalarKind.Boolean, JsonValueKind.True) => "true",
        (ScalarKind.Boolean, JsonValueKind.False) => "false",
        (ScalarKind.DateTime, JsonValueKind.String) when json.TryGetDateTimeOffset(out var time) => DateTime(time),
        (ScalarKind.Date, JsonValueKind.String) when DateOnly.TryParseExact(
            json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            FormattableString.Invariant($"new DateOnly({date.Year}, {date.Month}, {date.Day})"),
        (ScalarKind.Uuid, JsonValueKind.String) when Guid.TryParseExact(json.GetString(), "D", out var id) => $"new Guid(\"{id}\")",
        (ScalarKind.Bytes, JsonValueKind.String) when json.TryGetBytesFromBase64(out _) =>
            $"new ReadOnlyMemory<byte>(Convert.FromBase64String({CSharpText.Literal(json.GetString()!)}))",
        _ => null,
    };

    public static string? Of(ScalarKinds kinds, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => kinds.HasFlag(ScalarKinds.String) ? CSharpText.Literal(json.GetString()!) : null,
        JsonValueKind.True or JsonValueKind.False => kinds.HasFlag(ScalarKinds.Boolean) ? Of(ScalarKind.Boolean, json) : null,
        JsonValueKind.Number when kinds.HasFlag(ScalarKinds.Number) => Integer(json) ?? Number(json),
        JsonValueKind.Number when kinds.HasFlag(ScalarKinds.Integer) => Integer(json),
        _ => null,
    };

    // 1.0 is an integer in JSON Schema.
    private static string? Integer(JsonElement json) =>
        json.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? Number(JsonElement json)
    {
        if (!json.TryGetDouble(out var number) || !double.IsFinite(number))
            return null;
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return JsonElement.DeepEquals(JsonElement.Parse(text), json)
            ? text.Contains('.') || text.Contains('E') ? text : text + "d"
            : null;
    }

    private static string DateTime(DateTimeOffset time)
    {
        var offset = time.Offset == TimeSpan.Zero
            ? "TimeSpan.Zero"
            : FormattableString.Invariant($"new TimeSpan({time.Offset.Hours}, {time.Offset.Minutes}, 0)");
        var ticks = time.Ticks % TimeSpan.TicksPerSecond;
        return FormattableString.Invariant(
            $"new DateTimeOffset({time.Year}, {time.Month}, {time.Day}, {time.Hour}, {time.Minute}, {time.Second}, {offset})")
            + (ticks == 0 ? "" : FormattableString.Invariant($".AddTicks({ticks})"));
    }
}
