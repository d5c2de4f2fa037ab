using FsCheck.Fluent;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Tests;

public sealed class PatternTests
{
    private static readonly string[] Pieces =
    [
        "a", "B", "0", ".", "\\d", "\\W", "\\s", "[a-f]", "[^x]", "[\\d\\-_]", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<n>", "\\k<n>",
         "\\1", "|", "*", "+?", "?", "{2}", "{1,3}", "{,2}",
        "^", "$", "\\b", "\\B", "\\u{1F600}", "\\ud83d\\ude00", "\\u00e9", "\\x41", "\\cJ", "\\0", "\\p{L}", "\\P{Lu}", "\\p{Script=Greek}",
         "[]", "[^]", "]", "}", "{", "\\/", "\\.", "-", "\\", "[", "\U0001F600", "[\U0001F600-\U0001F64F]", "\n",
    ];

    [Fact]
    public void An_accepted_pattern_runs_and_a_rejected_one_is_explained() =>
        JsonGenerators.ForAll(Gen.Choose(1, 8).SelectMany(count => Gen.Elements(Pieces).ListOf(count)).Select(string.Concat), 8000, text =>
        {
            if (EcmaPattern.TryParse(text, TimeSpan.FromSeconds(1), out var pattern, out var problem))
                pattern.IsMatch("aB0 \U0001F600é-", out _);
            else
                problem.ShouldStartWith("expected ");
        });

    [Theory]
    [InlineData("a$", "a\n", false)]
    [InlineData("^[\\w.-]+$", "a.b-c_1", true)]
    [InlineData("^\\w$", "é", false)]
    [InlineData("\\bfoo\\b", "éfooé", true)]
    [InlineData("^.$", "\U0001F600", true)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^[^a]{2}$", "\U0001F600", false)]
    [InlineData("^[\U0001F600-\U0001F64F]$", "\U0001F610", true)]
    [InlineData("^\\u{1F610}$", "\U0001F610", true)]
    [InlineData("^\\cJ$", "\n", true)]
    [InlineData("^(?:(a)|b)\\1$", "b", true)]
    [InlineData("^(?:(a)|b)\\1$", "aa", true)]
    [InlineData("^[]$", "", false)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData("^a{,2}$", "a{,2}", true)]
    [InlineData("^\\p{Script=Cyrillic}+$", "Привет", true)]
    [InlineData("^\\P{ASCII}$", "a", false)]
    [InlineData("^[\\s]$", "\uFEFF", true)]
    [InlineData("^a|b$", "xb", true)]
    [InlineData("", "anything", true)]
    public void Patterns_have_the_meaning_of_ECMA_262(string text, string input, bool matches)
    {
        EcmaPattern.TryParse(text, TimeSpan.FromSeconds(1), out var pattern, out var problem).ShouldBeTrue(problem);
        pattern!.IsMatch(input, out _).ShouldBe(matches);
    }

    [Theory]
    [InlineData("^(owner|writer)$", @"\A(?:owner|writer)\z")]
    [InlineData("^[a-f]{2}$", @"\A[a-f]{2}\z")]
    [InlineData("^\\d+ (#|&|~)$", @"\A[0-9]+ (?:#|&|~)\z")]
    [InlineData(@"\$\{a\}\.b\-c\/d", @"\$\{a\}\.b\-c/d")]
    [InlineData(@"[\]\[^\\-]", @"[\-\[-\^]")]
    [InlineData(@"\u00e9\t\ud800", @"\u00E9\u0009[^\s\S]")]
    [InlineData("^\U0001F600$", @"\A(?:[\uD83D-\uD83D][\uDE00-\uDE00])\z")]
    public void A_translated_pattern_stays_readable(string pattern, string expected)
    {
        SchemaPattern.TryTranslate(pattern, out var regex).ShouldBeTrue();
        regex.ShouldBe(expected);
    }

    /// <summary>Every character stands for itself, alone, repeated, and in brackets.</summary>
    [Fact]
    public void Each_character_matches_itself_alone()
    {
        foreach (var character in Enumerable.Range(0, 0x180).Select(code => (char)code))
        {
            var escaped = FormattableString.Invariant($"\\u{(int)character:x4}");
            foreach (var pattern in new[] { $"^{escaped}$", $"^{escaped}+$", $"^[{escaped}]$", $"^[{escaped}\u0300]$" })
            {
                EcmaPattern.TryParse(pattern, TimeSpan.FromSeconds(1), out var parsed, out var problem).ShouldBeTrue(problem);
                for (var other = '\0'; other < 0x180; other++)
                    parsed!.IsMatch(other.ToString(), out _).ShouldBe(other == character, $"{pattern} {(int)other}");
            }
        }
    }

    [Theory]
    [InlineData("(", "expected a closing parenthesis at character 2")]
    [InlineData(")", "expected an opening parenthesis before this closing one at character 1")]
    [InlineData("a**", "expected something to repeat at character 3")]
    [InlineData("[b-a]", "expected the ends of a range in order at character 5")]
    [InlineData("\\2(a)", "expected group 2 to exist at character 3")]
    [InlineData("a{3,1}", "expected the numbers of a quantifier in order at character 7")]
    [InlineData("\\p{Klingon}", "expected the name of a Unicode property, got Klingon, at character 4")]
    public void The_error_of_an_invalid_pattern_has_its_position(string text, string problem)
    {
        EcmaPattern.TryParse(text, TimeSpan.FromSeconds(1), out _, out var found).ShouldBeFalse();
        found.ShouldBe(problem);
    }
}
