using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class EnglishStemTests
{
    [Theory]
    [InlineData("merge", "merges", "merged", "merging")]
    [InlineData("create", "creates", "created", "creating")]
    [InlineData("branch", "branches")]
    [InlineData("box", "boxes")]
    [InlineData("class", "classes")]
    [InlineData("alias", "aliases")]
    [InlineData("reply", "replies", "replied", "replying")]
    [InlineData("repository", "repositories")]
    [InlineData("star", "stars", "starred", "starring")]
    [InlineData("commit", "commits", "committed", "committing")]
    [InlineData("bill", "billed", "billing")]
    [InlineData("release", "releases", "released", "releasing")]
    [InlineData("upload", "uploads", "uploaded", "uploading")]
    [InlineData("file", "files")]
    [InlineData("key", "keys")]
    public void Endings_that_change_no_meaning_are_removed(params string[] forms) =>
        forms.Select(EnglishStem.Of).Distinct().Count().ShouldBe(1, string.Join(", ", forms.Select(EnglishStem.Of)));

    [Theory]
    [InlineData("status")]
    [InlineData("access")]
    [InlineData("this")]
    [InlineData("string")]
    [InlineData("ring")]
    [InlineData("red")]
    [InlineData("need")]
    [InlineData("feed")]
    [InlineData("ci")]
    [InlineData("pr")]
    [InlineData("sha256s")]
    [InlineData("größen")]
    [InlineData("")]
    public void Other_words_stay_as_they_are(string word) => EnglishStem.Of(word).ShouldBe(word);

    [Theory]
    [InlineData("bin", "bing")]
    [InlineData("run", "runner")]
    [InlineData("deploy", "deployment")]
    [InlineData("user", "use")]
    public void Different_words_stay_different(string one, string other) =>
        EnglishStem.Of(one).ShouldNotBe(EnglishStem.Of(other));
}
