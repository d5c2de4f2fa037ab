using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("GITHUB_LIST_PULL_REQUESTS", "github list pull request")]
    [InlineData("list-tags.v2", "list tag v2")]
    [InlineData("What's in the reviewer's repo?", "reviewer repo")]
    [InlineData("Größe der Datei, 日本語 и файл", "größe der datei 日本語 и файл")]
    [InlineData("🎉 party\u0010time", "party tim")]
    [InlineData("the of and", "")]
    [InlineData("", "")]
    [InlineData("!?.,;", "")]
    public void A_text_is_split_into_stems(string text, string stems) =>
        string.Join(' ', new WordReader().Read(text)).ShouldBe(stems);

    [Theory]
    [InlineData("maxResults", "max result")]
    [InlineData("pull_number", "pull number")]
    [InlineData("HTMLFile", "html fil")]
    [InlineData("pageSizeV2", "pag siz v2")]
    public void A_name_in_code_is_split_where_upper_case_starts(string name, string stems) =>
        string.Join(' ', new WordReader().Read(name, isName: true)).ShouldBe(stems);

    [Fact]
    public void Case_starts_no_word_in_other_texts() => new WordReader().Read("GitHub OAuth").ShouldBe(["github", "oauth"]);

    [Fact]
    public void Only_so_many_words_are_read() => new WordReader().Read("one two three four", 2).ShouldBe(["one", "two"]);

    [Fact]
    public void A_long_word_is_cut() =>
        new WordReader().Read(new string('x', 1_000_000)).ShouldHaveSingleItem().Length.ShouldBeLessThanOrEqualTo(64);
}
