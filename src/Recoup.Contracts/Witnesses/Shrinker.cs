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
            var smaller = Smaller(value).Where(candidate => IsSmaller(candidate, value)).OrderBy(Size).ThenBy(CanonicalJson.Of, StringComparer.Ordinal)
                .TakeWhile(_ => tries++ < MostTries).Cast<JsonElement?>().FirstOrDefault(candidate => shows(candidate!.Value));
            if (smaller is not { } found)
                return value;
            value = found;
        }
    }

    /// <summary>What counts as small: few characters, and plain ones.</summary>
    public static int Size(JsonElement value) => CanonicalJson.Of(value).Length;

    // Of two of one length the one with the plainer characters: 0 before 7.
    private static bool IsSmaller(JsonElement one, JsonElement other)
    {
        var (left, right) = (CanonicalJson.Of(one), CanonicalJson.Of(other));
        return left.Length < right.Length || (left.Length == right.Length && string.CompareOrdinal(left, right) < 0);
    }

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
                foreach (var number in Numbers(value))
                    yield return JsonMaking.Number(number);
                break;
            default:
                break;
        }
    }

    // Towards zero in halves: so the first number beyond a bound is found in a logarithm of steps.
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
