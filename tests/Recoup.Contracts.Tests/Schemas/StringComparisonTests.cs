using System.Text.Json;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>Lengths and patterns of strings: what is proved, what is refuted, and how a change is named.</summary>
public sealed class StringComparisonTests
{
    [Theory]
    [InlineData(""" "minLength":2 """, """ "minLength":2,"title":"x" """)]
    [InlineData(""" "minLength":3 """, """ "minLength":2 """)]
    [InlineData(""" "minLength":150,"pattern":"^a" """, """ "minLength":150 """)]
    [InlineData(""" "maxLength":2,"minLength":1 """, """ "maxLength":2 """)]
    [InlineData(""" "maxLength":2 """, """ "maxLength":3 """)]
    [InlineData(""" "pattern":"^[ab]{3}$" """, """ "minLength":3 """)]
    [InlineData(""" "pattern":"^[ab]{3}$" """, """ "maxLength":3 """)]
    [InlineData(""" "pattern":"^[ab]{3}$" """, """ "minLength":2,"maxLength":4,"pattern":"a|b" """)]
    [InlineData(""" "pattern":"^a{100}$" """, """ "minLength":100 """)]
    [InlineData(""" "pattern":"^a{100}$" """, """ "maxLength":100 """)]
    [InlineData(""" "pattern":"^a" """, """ "pattern":"a" """)]
    [InlineData(""" "pattern":"^a","minLength":2 """, """ "pattern":"^a[\\s\\S]" """)]
    [InlineData(""" "pattern":"^a","maxLength":1 """, """ "pattern":"^a$" """)]
    [InlineData(""" "pattern":"^a","allOf":[{"pattern":"b$"}] """, """ "pattern":"^a[\\s\\S]*b$" """)]
    [InlineData(""" "pattern":"^a$","allOf":[{"pattern":"(x)\\1"}] """, """ "pattern":"^a" """)]
    [InlineData(""" "pattern":"(x)\\1","maxLength":9 """, """ "pattern":"(x)\\1" """)]
    public void Inclusion_of_texts_is_proved(string narrow, string wide) => Compare(Text(narrow), Text(wide)).IsProved.ShouldBeTrue();

    [Theory]
    [InlineData(""" "minLength":3,"maxLength":2 """)]
    [InlineData(""" "pattern":"^a$","allOf":[{"pattern":"^b$"}] """)]
    [InlineData(""" "pattern":"^ab$","minLength":3 """)]
    [InlineData(""" "pattern":"^a+$","maxLength":0 """)]
    [InlineData(""" "pattern":"^a{101}$","maxLength":100 """)]
    [InlineData(""" "pattern":"^a{0,99}$","minLength":150 """)]
    public void A_text_that_cannot_exist_is_included_in_nothing(string keywords) =>
        Compare(Text(keywords), "false").IsProved.ShouldBeTrue();

    [Theory]
    [InlineData("", """ "minLength":1 """)]
    [InlineData(""" "minLength":2 """, """ "minLength":3 """)]
    [InlineData(""" "maxLength":3 """, """ "maxLength":2 """)]
    [InlineData(""" "minLength":2,"maxLength":2 """, """ "minLength":3 """)]
    [InlineData(""" "pattern":"^[ab]{3}$" """, """ "minLength":4 """)]
    [InlineData(""" "pattern":"^[ab]{3}$" """, """ "maxLength":2 """)]
    [InlineData(""" "pattern":"a" """, """ "pattern":"^a" """)]
    [InlineData(""" "pattern":"^a","minLength":1 """, """ "pattern":"^a[\\s\\S]" """)]
    [InlineData(""" "pattern":"^a","maxLength":2 """, """ "pattern":"^a$" """)]
    [InlineData(""" "pattern":"^ab$","minLength":2 """, """ "pattern":"^ac$" """)]
    [InlineData(""" "pattern":"^a+$","maxLength":1 """, """ "minLength":2 """)]
    public void Inclusion_of_texts_is_refuted(string before, string after) => ShouldBeRefuted(Text(before), Text(after));

    [Theory]
    [InlineData(""" "minLength":2,"maxLength":2 """)]
    [InlineData(""" "pattern":"^a$" """)]
    [InlineData(""" "pattern":"^a$","maxLength":1 """)]
    [InlineData(""" "pattern":"^a$","allOf":[{"pattern":"a"}] """)]
    public void A_text_that_exists_is_included_in_something(string keywords) => ShouldBeRefuted(Text(keywords), "false");

    /// <summary>The work for a comparison is bounded.</summary>
    [Theory]
    [InlineData(""" "pattern":"^a{101}$" """, """ "minLength":101 """)]
    [InlineData(""" "pattern":"^a{101}$" """, """ "maxLength":101 """)]
    [InlineData(""" "pattern":"^a{120}$","minLength":150 """, """ "pattern":"^b" """)]
    [InlineData(""" "pattern":"^a{151}$","minLength":1,"maxLength":150 """, """ "pattern":"^b" """)]
    public void Characters_are_counted_up_to_100(string narrow, string wide) => Compare(Text(narrow), Text(wide)).IsProved.ShouldBeFalse();

    [Theory]
    [InlineData(""" "minLength":1 """, "", "minLength", Change.Removed, "minimum length: 1 before, 0 now")]
    [InlineData(""" "minLength":1 """, """ "minLength":2 """, "minLength", Change.Tightened, "minimum length: 1 before, 2 now")]
    [InlineData(""" "maxLength":2 """, "", "maxLength", Change.Removed, "maximum length: 2 before, not limited now")]
    [InlineData(""" "maxLength":2 """, """ "maxLength":1 """, "maxLength", Change.Tightened, "maximum length: 2 before, 1 now")]
    [InlineData(""" "pattern":"^a" """, "", "pattern", Change.Removed, "text that matches ^a before, any text now")]
    [InlineData(""" "pattern":"a" """, """ "pattern":"^a" """, "pattern", Change.Tightened,
        "text that matches a before, text that matches ^a now")]
    [InlineData(""" "pattern":"^a" """, """ "pattern":"^b" """, "pattern", Change.Changed,
        "text that matches ^a before, text that matches ^b now")]
    public void A_change_of_texts_is_named_and_so_is_its_mirror(
        string one, string other, string keyword, Change change, string message) =>
        MemberChange.ShouldBeNamed(Text(one), Text(other), keyword, change, message);

    private static void ShouldBeRefuted(string before, string after)
    {
        var result = Compare(before, after);

        result.Verdict.ShouldBe(Verdict.Breaking);
        result.Witness.ShouldNotBeNull();
    }

    private static string Text(string keywords) => "{\"type\":\"string\"" + (keywords.Length > 0 ? "," + keywords : "") + "}";

    private static SchemaDiffResult Compare(string before, string after) => SchemaDiff.Compare(
        JsonElement.Parse(before), JsonElement.Parse(after), cancellation: TestContext.Current.CancellationToken);
}
