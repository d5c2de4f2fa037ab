using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class MeaningTests
{
    [Theory]
    [InlineData("delete a file", "erase a document", "send an email")]
    [InlineData("start a meeting", "begin a conference", "delete a branch")]
    [InlineData("restaurants nearby", "places to eat near me", "list commits")]
    public void Texts_of_like_meaning_are_closer(string text, string like, string unlike) =>
        Likeness(text, like).ShouldBeGreaterThan(Likeness(text, unlike));

    [Fact]
    public void A_text_is_as_close_to_itself_as_can_be() => Likeness("close an issue", "close an issue").ShouldBe(1, 1e-5);

    [Theory]
    [InlineData("")]
    [InlineData("the of and")]
    [InlineData("日本語")]
    [InlineData("🎉🎉🎉")]
    public void A_text_without_words_is_close_to_none(string text) => Likeness(text, "close an issue").ShouldBe(0);

    [Fact]
    public void The_same_text_has_the_same_vector() =>
        Enumerable.Range(0, 5).ShouldAllBe(_ => Meaning.English.Of("close an issue", 10)
            .SequenceEqual(new Meaning(WordTable.English).Of("close an issue", 10)));

    private static float Likeness(string left, string right) =>
        Meaning.Likeness(Meaning.English.Of(left, 100), Meaning.English.Of(right, 100));
}
