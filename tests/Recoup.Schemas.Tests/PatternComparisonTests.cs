using System.Text.RegularExpressions;

namespace Recoup.Schemas.Tests;

public sealed class PatternComparisonTests
{
    [Theory]
    [InlineData("^[a-m]+$", "^[a-z]+$", true, false)]
    [InlineData("^(a|b)*$", "^[ab]*$", true, true)]
    [InlineData("^abc$", "abc", true, false)]
    [InlineData("^a", "a", true, false)]
    [InlineData("^a{2,4}$", "^a{1,5}$", true, false)]
    [InlineData("^\\d+$", "^[0-9]+$", true, true)]
    [InlineData("a|b", "[ab]", true, true)]
    [InlineData("", ".*", true, true)]
    [InlineData("^$", "^a?$", true, false)]
    [InlineData("^.*$", "^[\\s\\S]*$", true, false)]
    [InlineData("^\\p{Lu}$", "^\\p{L}$", true, false)]
    [InlineData("^[\\u{1F600}]$", "^[\\u{1F600}-\\u{1F64F}]$", true, false)]
    [InlineData("^a", "b$", false, false)]
    [InlineData("$^", "^$", true, true)]
    public void Two_patterns_are_compared_in_both_directions(string one, string other, bool isSubset, bool isSuperset)
    {
        ShouldRelate(one, other, isSubset);
        ShouldRelate(other, one, isSuperset);
    }

    [Theory]
    [InlineData("^[a-z]{3,}$", "^[a-z]{5,}$", "aaa")]
    [InlineData("a", "^a", "0a")]
    [InlineData("^[^x]$", "^[a-z]$", "0")]
    public void The_counterexample_is_as_short_as_possible_and_has_plain_characters(string one, string other, string expected)
    {
        var text = SchemaPattern.Compare(one, other).Counterexample.ShouldNotBeNull();

        text.Length.ShouldBe(expected.Length);
        text.ShouldAllBe(character => char.IsAsciiLetterOrDigit(character));
    }

    [Theory]
    [InlineData("(?=a)", "a")]
    [InlineData("(a)\\1", "aa")]
    [InlineData("\\ba", "a")]
    [InlineData("(", "a")]
    [InlineData("^(a{1000}){1000}$", "a")]
    [InlineData("^((((){1000}){1000}){1000}){1000}$", "a")]
    [InlineData("^((a{200}){200}){200}$", "^((b{200}){200}){200}$")]
    [InlineData("^(?:a?){2000000000}$", "^b*$")]
    [InlineData("^(.*a.{60}|.*b.{60}|.*c.{60})$", "^(.*a.{61}|.*b.{61}|.*c.{61})$")]
    [InlineData("^.$", "^[^\\ud800-\\udfff]$")]
    public void A_pattern_without_an_automaton_is_undecided(string one, string other) =>
        SchemaPattern.Compare(one, other).IsSubset.ShouldBeNull();

    [Theory]
    [InlineData(new[] { "^x-", "^y-" }, new string[0], null)]
    [InlineData(new[] { "^[a-z]*$", "^[\\s\\S]{0,3}$" }, new[] { "^[a-z]{0,3}$" }, null)]
    [InlineData(new[] { "^[a-z]$" }, new[] { "^[a-m]$", "^[n-z]$" }, null)]
    [InlineData(new string[0], new[] { "a", "^[^a]*$" }, null)]
    [InlineData(new[] { "^a", "z$" }, new string[0], "az")]
    [InlineData(new[] { "^.$" }, new[] { "[a-z]", "[1-9]" }, "0")]
    [InlineData(new string[0], new string[0], "")]
    public void Texts_that_all_patterns_match_are_compared_with_texts_that_one_of_the_others_matches(
        string[] patterns, string[] others, string? counterexample) =>
        SchemaPattern.Compare(patterns, others).ShouldBe(new PatternComparison(counterexample is null, counterexample));

    private static void ShouldRelate(string one, string other, bool isSubset)
    {
        var comparison = SchemaPattern.Compare(one, other);

        comparison.IsSubset.ShouldBe(isSubset, $"{one} in {other}");
        (comparison.Counterexample is null).ShouldBe(isSubset);
        if (comparison.Counterexample is not { } text)
            return;
        Matches(one, text).ShouldBeTrue($"{one} matches '{text}'");
        Matches(other, text).ShouldBeFalse($"{other} matches '{text}'");
    }

    private static bool Matches(string pattern, string text) =>
        SchemaPattern.TryTranslate(pattern, out var regex) && Regex.IsMatch(text, regex, RegexOptions.CultureInvariant);
}
