using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class RequestTests
{
    [Theory]
    [InlineData("open a PR for the repo", "open|pr|repo")]
    [InlineData("open a pull request", "open|pull request")]
    [InlineData("take the wontfix label off", "tak off|wontfix|label")]
    [InlineData("turn the workflow on", "turn on|workflow")]
    [InlineData("label label labels", "label")]
    [InlineData("", "")]
    [InlineData("   \t\r\n", "")]
    public void Words_and_known_phrases_are_concepts(string text, string concepts) =>
        string.Join('|', Request.Read(text).Concepts.Select(concept => string.Join(' ', concept[0].Words))).ShouldBe(concepts);

    [Theory]
    [InlineData("delete the branch", true)]
    [InlineData("please erase the branch", true)]
    [InlineData("which branches did Ann delete", false)]
    [InlineData("  Show deleted branches", false)]
    [InlineData("branches of the repo", false)]
    public void A_request_changes_something_or_asks(string text, bool changes) => Request.Read(text).Changes.ShouldBe(changes);

    [Fact]
    public void A_long_request_is_cut() =>
        Request.Read(string.Join(' ', Enumerable.Range(0, 1_000_000))).Concepts.Count.ShouldBeLessThanOrEqualTo(40);
}
