using FsCheck.Fluent;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Tests;

public sealed class PatternTests
{
    private static readonly string[] Inputs = ["aB0 \U0001F600é-", "", "aaaB\n"];

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
            if (!EcmaPattern.TryParse(text, mayUseAutomaton: true, out _, out var problem))
            {
                problem.ShouldStartWith("expected ");
                return;
            }

            foreach (var input in Inputs)
                Match(text, input, mayUseAutomaton: false).ShouldBe(Match(text, input, mayUseAutomaton: true), $"{text} on {input}");
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
    [InlineData("^.$", "\ud800\udc00", true)]
    [InlineData("\\ud83d", "\ud83d\ude00", false)]
    [InlineData("^(?=.*\\d)(?=.*[a-z]).{4,}$", "ab1cd", true)]
    [InlineData("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abcd", false)]
    [InlineData("^(?!.*foo).*$", "a foo", false)]
    [InlineData("(?<=\\$)\\d+$", "$12", true)]
    [InlineData("(?<!\\$)\\b\\d+$", "$12", false)]
    [InlineData("^(?:(a)|b)*\\1$", "ab", true)]
    [InlineData("^(?:(a)|b)*\\1$", "aba", false)]
    [InlineData("^(z)((a+)?(b+)?(c))*\\3$", "zaacbbbcacc", true)]
    [InlineData("^(a)(?<=\\1)$", "a", true)]
    [InlineData("(?<=(\\d+)(\\d+))\\1\\2$", "1053105", false)]
    [InlineData("(?<=([ab]+)([bc]+))$", "abc", true)]
    [InlineData("(?<=\\1(a))x", "aax", true)]
    [InlineData("(?<=\\1(a))x", "bax", false)]
    [InlineData("^(\\1a)$", "a", true)]
    [InlineData("^\\1(a)$", "a", true)]
    [InlineData("^(?:a{2,3}){2}b$", "aaaaab", true)]
    [InlineData("^(?:a{2,3}){2}b$", "aaab", false)]
    [InlineData("^(?:a{2,3}?){2}b$", "aaaaaab", true)]
    [InlineData("^(?:(?<!a)|a){2}$", "a", true)]
    [InlineData("^(?:|a){3}$", "aaa", true)]
    [InlineData("^(?:a*)*b$", "aab", true)]
    [InlineData("^(?:a?){2000000000}$", "aaa", true)]
    [InlineData("^(?:(?<n>a)|(?<n>b))\\k<n>$", "aa", true)]
    [InlineData("^(?:(?<n>a)|(?<n>b))\\k<n>$", "ab", false)]
    [InlineData("^(?:(?<n>a)|(?<n>b)){2}\\k<n>$", "abb", true)]
    [InlineData("^\\bfoo\\B.$", "foox", true)]
    public void Patterns_have_the_meaning_of_ECMA_262(string text, string input, bool matches)
    {
        Match(text, input, mayUseAutomaton: true).ShouldBe(matches);
        Match(text, input, mayUseAutomaton: false).ShouldBe(matches);
    }

    /// <summary>Attributes cannot hold half of a surrogate pair, so these are no theory data.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_a_code_point_of_its_own()
    {
        (string Pattern, string Text, bool Matches)[] cases =
        [
            ("^.$", "\ud800", true),
            ("^.$", "\udc00", true),
            ("^..$", "\udc00\ud800", true),
            ("^..$", "\ud800\udc00", false),
            ("^[^a]$", "\ud83d", true),
            ("^\\ud83d$", "\ud83d", true),
            ("^\ud83d$", "\ud83d", true),
            ("\\ud83d", "\ud83d\ude00", false),
            ("^[\\ud800-\\udfff]+$", "\udc00\ud83d", true),
            ("^\\P{L}\\W\\S\\D$", "\ud800\ud801\ud802\ud803", true),
            ("(?<!.)\ud800(?!.)", "\ud800", true),
            ("(?<=\\ud800)\ud83d\ude00$", "\ud800\ud83d\ude00", true),
            ("^(?:a|[^]){2}b", "\udc00\udc00b", true),
        ];
        foreach (var (pattern, text, matches) in cases)
        {
            Match(pattern, text, mayUseAutomaton: true).ShouldBe(matches, pattern);
            Match(pattern, text, mayUseAutomaton: false).ShouldBe(matches, pattern);
        }
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
                EcmaPattern.TryParse(pattern, mayUseAutomaton: true, out var parsed, out var problem).ShouldBeTrue(problem);
                var steps = int.MaxValue;
                for (var other = '\0'; other < 0x180; other++)
                    parsed!.IsMatch([other], ref steps).ShouldBe(other == character, $"{pattern} {(int)other}");
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
    [InlineData("(?<a>x)(?<a>y)", "expected another name, because a group before it is named a too, at character 11")]
    [InlineData("(?<a>(?<a>x))", "expected another name, because a group before it is named a too, at character 9")]
    [InlineData("(?:(?<a>x)|y)(?<a>z)", "expected another name, because a group before it is named a too, at character 17")]
    [InlineData("(?=(?<a>x))(?<a>y)|z", "expected another name, because a group before it is named a too, at character 15")]
    [InlineData("\\p{Klingon}", "expected the name of a Unicode property, got Klingon, at character 4")]
    public void The_error_of_an_invalid_pattern_has_its_position(string text, string problem)
    {
        EcmaPattern.TryParse(text, mayUseAutomaton: true, out _, out var found).ShouldBeFalse();
        found.ShouldBe(problem);
    }

    [Theory]
    [InlineData("^(?:(a)|b)*\\1$")]
    [InlineData("^(?:(?<n>a)|(?<n>b))+\\k<n>$")]
    public void A_pattern_that_NET_would_match_differently_is_not_translated(string pattern) =>
        SchemaPattern.TryTranslate(pattern, out _).ShouldBeFalse();

    private static bool? Match(string text, string input, bool mayUseAutomaton)
    {
        EcmaPattern.TryParse(text, mayUseAutomaton, out var pattern, out var problem).ShouldBeTrue(problem);
        var steps = 100_000;
        return pattern.IsMatch(input, ref steps);
    }
}
