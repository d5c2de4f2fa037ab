using System.Text.Json;
using Recoup.Contracts.Normalisation;

namespace Recoup.Contracts.Witnesses;

/// <summary>Makes a value smaller as long as it still shows what it shows.</summary>
internal static class Shrinker
{
    private const int MostTries = 600;

    public static JsonElement Shrink(JsonElement value, Func<JsonElement, bool> shows)
    {
        var tries = 0;
        while (true)
        {
            var smaller = Smaller(value).Where(candidate => Size(candidate) < Size(value)).OrderBy(Size).ThenBy(CanonicalJson.Of, StringComparer.Ordinal)
                .TakeWhile(_ => tries++ < MostTries).Cast<JsonElement?>().FirstOrDefault(candidate => shows(candidate!.Value));
            if (smaller is not { } found)
                return value;
            value = found;
        }
    }

    /// <summary>What counts as small: few characters, and plain ones.</summary>
    public static int Size(JsonElement value) => CanonicalJson.Of(value).Length;

    private static IEnumerable<JsonElement> Smaller(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    yield return JsonMaking.Without(value, member.Name);
                foreach (var member in value.EnumerateObject())
                {
                    foreach (var part in Smaller(member.Value))
                        yield return JsonMaking.With(value, member.Name, part);
                }

                break;
            case JsonValueKind.Array:
                var items = value.EnumerateArray().ToList();
                for (var i = 0; i < items.Count; i++)
                    yield return JsonMaking.Array(items.Where((_, at) => at != i));
                for (var i = 0; i < items.Count; i++)
                {
                    foreach (var part in Smaller(items[i]))
                        yield return JsonMaking.Array(items.Select((item, at) => at == i ? part : item));
                }

                break;
            case JsonValueKind.String:
                foreach (var text in Texts(value.GetString()!))
                    yield return JsonMaking.Text(text);
                break;
            case JsonValueKind.Number:
                foreach (var number in (string[])["0", "1"])
                    yield return JsonMaking.Parse(number);
                if (Exact.TryParse(value.GetRawText(), out var exact))
                    yield return JsonMaking.Number(Exact.Of(exact.Floor()));
                break;
            default:
                break;
        }
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
