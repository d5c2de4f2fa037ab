using System.Globalization;
using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>Derives many different values from one, for arrays with unique items and for property names.</summary>
internal static class Variation
{
    private const int MostTries = 20_000;

    /// <summary>A number of different accepted values, including the value itself; null if not enough are found.</summary>
    public static IReadOnlyList<JsonElement>? Of(JsonElement value, Func<JsonElement, bool> accepts, int count)
    {
        var found = new List<JsonElement>(count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in Leaves(value))
        {
            foreach (var one in Enumerable.Range(0, count + 1).SelectMany(leaf).Prepend(value).Take(MostTries))
            {
                if (found.Count == count)
                    return found;
                if (accepts(one) && seen.Add(CanonicalJson.Of(one)))
                    found.Add(one);
            }
        }

        return found.Count == count ? found : null;
    }

    /// <summary>For each number and string within the value: a function that replaces it by the variant with a given number.</summary>
    private static IEnumerable<Func<int, IEnumerable<JsonElement>>> Leaves(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    foreach (var leaf in Leaves(member.Value))
                        yield return i => leaf(i).Select(part => JsonValues.With(value, member.Name, part));
                }

                break;
            case JsonValueKind.Array:
                var items = value.EnumerateArray().ToList();
                foreach (var (at, item) in items.Index())
                {
                    foreach (var leaf in Leaves(item))
                        yield return i =>
                            leaf(i).Select(part => JsonValues.Array(items.Select((other, index) => index == at ? part : other)));
                }

                break;
            case JsonValueKind.Number when Exact.TryParse(value.GetRawText(), out var number):
                yield return i => [JsonValues.Number(number.Plus(Exact.Of(i))), JsonValues.Number(number.Minus(Exact.Of(i)))];
                break;
            case JsonValueKind.String:
                yield return i => Texts(value.GetString()!, i).Select(JsonValues.Text);
                break;
            default:
                break;
        }
    }

    // Plain letters, the text followed by a number, and texts of the same length for patterns with a fixed length.
    private static IEnumerable<string> Texts(string text, int number)
    {
        var (letters, digits) = (Letters(number), number.ToString(CultureInfo.InvariantCulture));
        yield return letters;
        yield return text + digits;
        yield return text + letters;
        foreach (var end in (string[])[letters, digits])
        {
            if (end.Length <= text.Length && !char.IsLowSurrogate(text, text.Length - end.Length))
                yield return text[..^end.Length] + end;
        }
    }

    private static string Letters(int number)
    {
        var letters = "";
        for (; number >= 0; number = (number / 26) - 1)
            letters = (char)('a' + (number % 26)) + letters;
        return letters;
    }
}
