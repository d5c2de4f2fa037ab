using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class SynonymsTests
{
    [Theory]
    [InlineData("pr", "pull request")]
    [InlineData("pull request", "pr")]
    [InlineData("repo", "repository")]
    [InlineData("erase", "delete")]
    [InlineData("delete", "erase")]
    [InlineData("ticket", "issue")]
    public void A_word_stands_for_its_synonyms(string word, string other) =>
        Synonyms.Of(Stems(word)).Select(alternative => string.Join(' ', alternative.Words)).ShouldContain(Stems(other));

    [Fact]
    public void Another_spelling_has_the_same_synonyms() =>
        Synonyms.Of("doc").Select(alternative => string.Join(' ', alternative.Words)).ShouldContain(Stems("spreadsheet"));

    [Fact]
    public void Every_phrase_has_words() => Synonyms.Knows("").ShouldBeFalse();

    [Fact]
    public void An_abbreviation_counts_as_much_as_the_word_and_a_near_synonym_less()
    {
        Synonyms.Of("pr").Single(alternative => alternative.Words.Count == 2 && alternative.Words[0] == "pull").Weight.ShouldBe(1);
        Synonyms.Of("ticket")[0].Weight.ShouldBeLessThan(1);
    }

    private static string Stems(string text) => string.Join(' ', new WordReader().Read(text));
}
