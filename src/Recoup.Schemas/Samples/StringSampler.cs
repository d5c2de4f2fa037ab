using Recoup.Schemas.Keywords;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Samples;

/// <summary>Creates strings from a format, a pattern or a word, fitted to the allowed length.</summary>
internal static class StringSampler
{
    private const int Longest = 100_000;
    private static readonly string[] Words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"];

    /// <summary>Texts to try. The sampler checks them against the formats and the schemas.</summary>
    public static IEnumerable<string> Make(SampleShape shape, SampleRandom random, SamplePlace place, SampleBudget budget)
    {
        var least = shape.Of<MinLengthKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(0).Max();
        var most = shape.Of<MaxLengthKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(int.MaxValue).Min();
        if (least > most || !shape.Of<MinLengthKeyword.Assertion>().All(assertion =>
            budget.Allows(assertion.Source, assertion.Keyword, assertion.Bound, Longest, "characters")))
            yield break;

        foreach (var format in shape.Formats.Texts)
        {
            // Later attempts try other texts, because a pattern or another keyword may reject the first.
            if (format.Texts.Find(place.Variant + place.Attempt, least, Math.Min(most, Longest), budget) is { } text)
                yield return text;
            else
                budget.GiveUp(format.Source, format.Keyword, $"expected {format.Texts.Meaning} of {Length(least, most)}, found none");
        }

        var patterns = shape.Of<PatternKeyword.Assertion>().ToList();
        if (patterns.Count > 0)
        {
            if (FromPattern(patterns, random, place.Attempt, least, budget) is { } match)
                yield return match;
        }
        else if (shape.Formats.Texts.Count == 0)
        {
            yield return Fit(Words[random.Next(Words.Length)], least, most);
        }
    }

    private static string? FromPattern(
        List<PatternKeyword.Assertion> patterns, SampleRandom random, int attempt, int least, SampleBudget budget)
    {
        // Later attempts repeat more, and start from another pattern if there are several.
        var assertion = patterns[attempt % patterns.Count];
        var root = assertion.Pattern.Root;
        if (!budget.Allows(assertion.Source, assertion.Keyword, PatternNodes.ShortestMatch(root), Longest, "characters"))
            return null;
        var match = PatternSampler.Make(root, random, attempt, least, Longest, budget);
        if (match is null)
            budget.GiveUp(assertion.Source, assertion.Keyword, $"expected a match of at most {Longest} characters, found none");
        return match;
    }

    private static string Length(int least, int most) => most == int.MaxValue
        ? FormattableString.Invariant($"at least {least} characters")
        : FormattableString.Invariant($"{least} to {most} characters");

    private static string Fit(string text, int least, int most)
    {
        while (text.Length < least)
            text += text.Length == 0 ? "a" : text.Substring(0, Math.Min(text.Length, least - text.Length));
        return text.Length > most ? text.Substring(0, most) : text;
    }
}
