using System.Text.Json;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>Compares a response with that of the real server, as the row says.</summary>
internal sealed class ParityComparison(JsonElement world, JsonElement catalog)
{
    // The headers that the corpus compares. Others belong to the hosting, or change with each response.
    private static readonly string[] Tracked =
    [
        "content-type", "access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers",
        "access-control-expose-headers", "allow", "location", "refresh", "www-authenticate", "cache-control", "x-powered-by", "server",
        "retry-after", "content-encoding",
    ];

    private readonly Dictionary<string, JsonElement> _actions =
        catalog.GetProperty("actions").EnumerateArray().ToDictionary(action => action.GetProperty("slug").GetString()!);

    /// <summary>What differs; null if the response is equal.</summary>
    public string? Difference(ParityRow row, ParityAnswer answer, Func<string, string> fill)
    {
        var expected = row.Response;
        var status = expected.GetProperty("status").GetInt32();
        if (row.Compare == "none")
            return null;
        if (answer.Status != status)
            return $"status: expected {status}, got {answer.Status} {Cut(answer.Text)}";
        if (row.Compare == "status")
            return null;
        var kind = expected.GetProperty("bodyKind").GetString()!;
        if (answer.BodyKind != kind)
            return $"body: expected {kind}, got {answer.BodyKind} {Cut(answer.Text)}";
        return HeaderDifference(expected.GetProperty("headers"), answer) ?? (kind switch
        {
            "json" => row.Compare == "shape"
                ? ShapeOf(expected.GetProperty("body")) is var shape && ShapeOf(answer.Text) is var got && shape == got
                    ? null
                    : $"shape: expected {shape}, got {got}"
                : Difference(expected.GetProperty("body"), JsonElement.Parse(answer.Text), "", [.. row.Ignored], fill),
            "text" => expected.GetProperty("body").GetString() is var text && text == answer.Text
                ? null
                : $"text: expected {text}, got {Cut(answer.Text)}",
            _ => null,
        });
    }

    private string? HeaderDifference(JsonElement given, ParityAnswer answer)
    {
        var expected = given.ValueKind == JsonValueKind.String
            ? world.GetProperty("headerSets").GetProperty(given.GetString()!)
            : given;
        foreach (var name in Tracked)
        {
            var want = expected.TryGetProperty(name, out var value) ? value.GetString() : null;
            var got = answer.Header(name);
            if (want != got)
                return $"header {name}: expected {want ?? "none"}, got {got ?? "none"}";
        }

        return null;
    }

    private string? Difference(JsonElement expected, JsonElement got, string pointer, HashSet<string> ignored, Func<string, string> fill)
    {
        if (ignored.Contains(pointer))
            return null;
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("$list", out var list))
            expected = Listed(list.GetString()!);
        if (expected.ValueKind == JsonValueKind.Object && got.ValueKind == JsonValueKind.Object)
            return Members(expected, got, pointer, ignored, fill);
        if (expected.ValueKind == JsonValueKind.Array && got.ValueKind == JsonValueKind.Array)
            return Items(expected, got, pointer, ignored, fill);
        if (expected.ValueKind == JsonValueKind.String && got.ValueKind == JsonValueKind.String)
            return Matches(expected.GetString()!, got.GetString()!, fill) ? null : $"{pointer}: expected {expected}, got {got}";
        return JsonElement.DeepEquals(expected, got)
            ? null
            : $"{pointer}: expected {expected.GetRawText()}, got {Cut(got.GetRawText())}";
    }

    private string? Members(JsonElement expected, JsonElement got, string pointer, HashSet<string> ignored, Func<string, string> fill)
    {
        foreach (var member in expected.EnumerateObject())
        {
            var place = $"{pointer}/{member.Name}";
            if (ignored.Contains(place))
                continue;
            if (!got.TryGetProperty(member.Name, out var value))
                return $"{place}: absent";
            if (Difference(member.Value, value, place, ignored, fill) is { } difference)
                return difference;
        }

        var unexpected = got.EnumerateObject().Select(member => member.Name)
            .FirstOrDefault(name => !expected.TryGetProperty(name, out _) && !ignored.Contains($"{pointer}/{name}"));
        return unexpected is null ? null : $"{pointer}/{unexpected}: unexpected";
    }

    private string? Items(JsonElement expected, JsonElement got, string pointer, HashSet<string> ignored, Func<string, string> fill)
    {
        // The order of such lists is that of the provider.
        var (one, other) = (Sorted(expected), Sorted(got));
        if (one.Count != other.Count)
        {
            return $"{pointer}: expected {one.Count} items, got {other.Count}: "
                + string.Join(
                    ", ", one.Concat(other).GroupBy(SlugOf).Where(group => group.Count() == 1).Select(group => group.Key).Take(8));
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (Difference(one[i], other[i], $"{pointer}/{i}", ignored, fill) is { } difference)
                return difference;
        }

        return null;
    }

    private static List<JsonElement> Sorted(JsonElement array)
    {
        var items = array.EnumerateArray().ToList();
        return items.TrueForAll(item => SlugOf(item) is not null) ? [.. items.OrderBy(SlugOf, StringComparer.Ordinal)] : items;
    }

    private static string? SlugOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("slug", out var slug) ? slug.GetString() : null;

    private JsonElement Listed(string name) => JsonSerializer.SerializeToElement(
        world.GetProperty("actionLists").GetProperty(name).EnumerateArray().Select(slug => _actions[slug.GetString()!]));

    private static bool Matches(string expected, string got, Func<string, string> fill) => expected switch
    {
        "{{timestamp}}" => got.Length == 24 && DateTimeOffset.TryParseExact(
            got, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal, out _),
        "{{redirectUrl}}" => got.StartsWith("http", StringComparison.Ordinal),
        "{{connection}}" or "{{s3key}}" or "{{name}}" or "{{logId}}" or "{{etag}}" => got.Length > 0,
        _ => fill(expected) == got,
    };

    private static string ShapeOf(string json) => ShapeOf(JsonElement.Parse(json));

    private static string ShapeOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', json.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{member.Name}:{ShapeOf(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join('|', json.EnumerateArray().Select(ShapeOf).Distinct().Order(StringComparer.Ordinal)) + "]",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString(),
    };

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}
