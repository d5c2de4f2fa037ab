using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>Shrinks a value as long as it still demonstrates the difference.</summary>
internal static class Shrinker
{
    private const int MostTries = 600;
    private const int MostParts = 40;
    private const int MostInner = 64;

    public static JsonElement Shrink(JsonElement value, Func<JsonElement, bool> shows)
    {
        var tries = 0;
        try
        {
            while (tries < MostTries)
            {
                var known = CanonicalJson.Of(value);
                var smaller = Smaller(value)
                    .Select(candidate => (Value: candidate, Text: CanonicalJson.Of(candidate)))
                    .Where(candidate => IsSmaller(candidate.Text, known))
                    .OrderBy(candidate => candidate.Text.Length).ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
                    .TakeWhile(_ => tries++ < MostTries)
                    .Select(candidate => (JsonElement?)candidate.Value)
                    .FirstOrDefault(candidate => shows(candidate!.Value));
                if (smaller is not { } found)
                    break;
                value = found;
            }
        }
        catch (UndecidedException)
        {
            // No work is left: the value is shown as it is.
        }

        return value;
    }

    /// <summary>The length of the value as canonical JSON.</summary>
    public static int Size(JsonElement value) => CanonicalJson.Of(value).Length;

    // Among values of the same length, the one with the plainer characters wins: 0 before 7.
    private static bool IsSmaller(string one, string other) =>
        one.Length < other.Length || (one.Length == other.Length && string.CompareOrdinal(one, other) < 0);

    private static IEnumerable<JsonElement> Smaller(JsonElement value)
    {
        // Of a recursive schema, a value within the value may be enough.
        foreach (var inner in Inner(value).Take(MostInner))
            yield return inner;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Skip(MostParts).Any():
                foreach (var whole in SmallerLarge([.. JsonValues.Members(value)]))
                    yield return whole;
                break;
            case JsonValueKind.Array when value.GetArrayLength() > MostParts:
                foreach (var whole in SmallerLong([.. value.EnumerateArray()]))
                    yield return whole;
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    yield return JsonValues.Without(value, member.Name);
                foreach (var member in value.EnumerateObject())
                {
                    foreach (var part in Smaller(member.Value))
                        yield return JsonValues.With(value, member.Name, part);
                }

                break;
            case JsonValueKind.Array:
                var items = value.EnumerateArray().ToList();
                for (var i = 0; i < items.Count; i++)
                    yield return JsonValues.Array(items.Where((_, at) => at != i));
                for (var i = 0; i < items.Count; i++)
                {
                    foreach (var part in Smaller(items[i]))
                        yield return JsonValues.Array(items.Select((item, at) => at == i ? part : item));
                }

                break;
            case JsonValueKind.String:
                foreach (var text in Texts(value.GetString()!))
                    yield return JsonValues.Text(text);
                break;
            case JsonValueKind.Number:
                foreach (var number in Numbers(value))
                    yield return JsonValues.Number(number);
                break;
            default:
                break;
        }
    }

    /// <summary>The parts of an object or array, and the values of the same kind deeper within it.</summary>
    private static IEnumerable<JsonElement> Inner(JsonElement value)
    {
        var open = new Queue<JsonElement>(Parts(value));
        foreach (var part in open)
            yield return part;
        while (open.TryDequeue(out var part))
        {
            foreach (var inner in Parts(part))
            {
                if (inner.ValueKind == value.ValueKind)
                    yield return inner;
                open.Enqueue(inner);
            }
        }

        static IEnumerable<JsonElement> Parts(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Take(MostParts).Select(member => member.Value),
            JsonValueKind.Array => value.EnumerateArray().Take(MostParts),
            _ => [],
        };
    }

    // In a large value, all parts shrink together, because one by one there would be too many steps.
    private static IEnumerable<JsonElement> SmallerLong(List<JsonElement> items)
    {
        for (var less = items.Count / 2; less > 0; less /= 2)
            yield return JsonValues.Array(items.SkipLast(less));
        yield return JsonValues.Array(items.Skip(1));
        foreach (var item in items.DistinctBy(CanonicalJson.Of, StringComparer.Ordinal).Take(MostParts).OrderBy(Size).Take(3))
        {
            foreach (var part in Smaller(item).Prepend(item))
                yield return JsonValues.Array(Enumerable.Repeat(part, items.Count));
        }

        yield return JsonValues.Array(items.Select((_, i) => JsonValues.Number(Exact.Of(i))));
        if (items.TrueForAll(item => item.ValueKind == JsonValueKind.Object))
        {
            foreach (var member in items[0].EnumerateObject())
                yield return JsonValues.Array(items.Select(item => JsonValues.Without(item, member.Name)));
        }
    }

    private static IEnumerable<JsonElement> SmallerLarge(List<KeyValuePair<string, JsonElement>> members)
    {
        for (var less = members.Count / 2; less > 0; less /= 2)
        {
            yield return JsonValues.Object(members.SkipLast(less));
            yield return JsonValues.Object(members.Skip(less));
        }

        foreach (var value in members.Select(member => member.Value)
            .DistinctBy(CanonicalJson.Of, StringComparer.Ordinal)
            .OrderBy(Size)
            .Take(3)
            .Append(JsonValues.Zero))
            yield return JsonValues.Object(members.Select(member => KeyValuePair.Create(member.Key, value)));
    }

    // Halves the distance to zero, so that the first number beyond a bound is found in logarithmically many steps.
    private static IEnumerable<Exact> Numbers(JsonElement value)
    {
        yield return Exact.Zero;
        yield return Exact.One;
        if (!Exact.TryParse(value.GetRawText(), out var exact))
            yield break;
        var whole = exact.Floor();
        yield return Exact.Of(whole);
        for (var step = whole / 2; !step.IsZero && whole.GetBitLength() <= 64; step /= 2)
            yield return Exact.Of(whole - step);
    }

    private static IEnumerable<string> Texts(string text)
    {
        yield return "";
        yield return "a";
        if (text.Length > 3)
            yield return text[..(char.IsHighSurrogate(text[(text.Length / 2) - 1]) ? (text.Length / 2) - 1 : text.Length / 2)];
        if (text.Length > 1 && !char.IsSurrogate(text[^1]))
            yield return text[..^1];
    }
}
