using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class WordPiecesTests
{
    private static readonly string[] Vocabulary = ["web", "##hook", "##s", "hook", "file", "f", "the"];

    [Theory]
    [InlineData("web", "web")]
    [InlineData("Webhooks", "web ##hook ##s")]
    [InlineData("hook-files, WEB", "hook file ##s web")]
    [InlineData("the web", "web")]
    [InlineData("webx file", "file")]
    [InlineData("web2 wéb 日本語 file", "file")]
    [InlineData("", "")]
    [InlineData(" \ud800 \t", "")]
    public void A_word_becomes_its_longest_pieces(string text, string pieces) => Read(text).ShouldBe(pieces);

    [Fact]
    public void Only_so_many_words_are_read() => Read("web file web file", 3).ShouldBe("web file web");

    [Fact]
    public void A_word_longer_than_any_is_skipped() =>
        Read("web" + string.Concat(Enumerable.Repeat("s", 1_000_000)) + " file").ShouldBe("file");

    private static string Read(string text, int count = 100) =>
        string.Join(' ', new WordPieces(Vocabulary).Read(text, count).Select(piece => Vocabulary[piece]));
}
