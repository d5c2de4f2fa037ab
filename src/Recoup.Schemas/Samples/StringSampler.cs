using System.Text.Json;
using Recoup.Schemas.Formats;
using Recoup.Schemas.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Samples;

/// <summary>Creates strings from a pattern, a format or a word, fitted to the allowed length.</summary>
internal static class StringSampler
{
    private const int Longest = 100_000;
    private static readonly string[] Words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"];

    public static JsonElement? Make(SampleShape shape, SampleRandom random, int attempt, SampleBudget budget)
    {
        var least = shape.Of<MinLengthKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(0).Max();
        var most = shape.Of<MaxLengthKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(int.MaxValue).Min();
        if (least > most || !shape.Of<MinLengthKeyword.Assertion>().All(assertion =>
            budget.Allows(assertion.Source, assertion.Keyword, assertion.Bound, Longest, "characters")))
            return null;

        var patterns = shape.Of<PatternKeyword.Assertion>().ToList();
        if (patterns.Count > 0)
        {
            // Later attempts repeat more, and start from another pattern if there are several.
            var assertion = patterns[attempt % patterns.Count];
            var root = assertion.Pattern.Root;
            if (!budget.Allows(assertion.Source, assertion.Keyword, PatternNodes.ShortestMatch(root), Longest, "characters"))
                return null;
            if (PatternSampler.Make(root, random, attempt, least, Longest, budget) is { } match)
                return SampleJson.Of(match);
            budget.GiveUp(assertion.Source, assertion.Keyword, $"expected a match of at most {Longest} characters, found none");
            return null;
        }

        var text = attempt == 0 && FindFormat(shape) is { } format ? format.Example : Words[random.Next(Words.Length)];
        return SampleJson.Of(Fit(text, least, most));
    }

    private static FormatRow? FindFormat(SampleShape shape)
    {
        foreach (var node in shape.Nodes)
        {
            if (node.Source.Element.ValueKind == JsonValueKind.Object
                && JsonProperties.TryGet(node.Source.Element, "format"u8, out var format) && format.ValueKind == JsonValueKind.String
                && FormatTable.Find(JsonNames.Of(format), SchemaDraft.Draft202012) is { } row)
                return row;
        }

        return null;
    }

    private static string Fit(string text, int least, int most)
    {
        while (text.Length < least)
            text += text.Length == 0 ? "a" : text.Substring(0, Math.Min(text.Length, least - text.Length));
        return text.Length > most ? text.Substring(0, most) : text;
    }
}
