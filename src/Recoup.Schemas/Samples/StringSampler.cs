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

        var word = Words[random.Next(Words.Length)];
        if (IsBase64(shape) && Base64(word, least, most) is { } encoded)
            return SampleJson.Of(encoded);
        var text = attempt == 0 && FindFormat(shape) is { } format ? format.Example : word;
        return SampleJson.Of(Fit(text, least, most));
    }

    private static FormatRow? FindFormat(SampleShape shape) => Texts(shape, "format"u8)
        .Select(name => FormatTable.Find(name, SchemaDraft.Draft202012)).FirstOrDefault(row => row is not null);

    // OpenAPI's format, and the keyword of draft 7 (draft 2020-12 validation, section 8.3).
    private static bool IsBase64(SampleShape shape) =>
        Texts(shape, "format"u8).Contains("byte") || Texts(shape, "contentEncoding"u8).Contains("base64");

    private static List<string> Texts(SampleShape shape, ReadOnlySpan<byte> keyword)
    {
        var texts = new List<string>();
        foreach (var node in shape.Nodes)
        {
            if (node.Source.Element.ValueKind == JsonValueKind.Object
                && JsonProperties.TryGet(node.Source.Element, keyword, out var text) && text.ValueKind == JsonValueKind.String)
                texts.Add(JsonNames.Of(text));
        }

        return texts;
    }

    /// <summary>A text in Base64 of an allowed length; null if no length is allowed. Its length is a multiple of four.</summary>
    private static string? Base64(string word, int least, int most)
    {
        const int group = 4;
        var preferred = (word.Length + 2) / 3 * group;
        var length = Math.Min(Math.Max(preferred, (least + (long)group - 1) / group * group), most / group * group);
        if (length < least)
            return null;
        var bytes = new byte[length / group * 3];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)word[i % word.Length];
        return Convert.ToBase64String(bytes);
    }

    private static string Fit(string text, int least, int most)
    {
        while (text.Length < least)
            text += text.Length == 0 ? "a" : text.Substring(0, Math.Min(text.Length, least - text.Length));
        return text.Length > most ? text.Substring(0, most) : text;
    }
}
