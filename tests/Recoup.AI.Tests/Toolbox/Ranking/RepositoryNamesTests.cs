using Recoup.AI.Toolbox.Ranking;

namespace Recoup.AI.Tests.Toolbox.Ranking;

public sealed class RepositoryNamesTests
{
    [Theory]
    [InlineData("issues of acme/web", "issues of repository")]
    [InlineData("acme/my.web-app's branches", "repository branches")]
    [InlineData("who watches acme/web?", "who watches repository")]
    [InlineData("a/b\tc/d", "repository\trepository")]
    [InlineData("read src/index.js", "read src/index.js")]
    [InlineData("a/b/c and/or/not release/ /x 1/", "a/b/c and/or/not release/ /x 1/")]
    [InlineData("https://acme.test/web", "https://acme.test/web")]
    [InlineData("", "")]
    public void An_owner_with_a_name_is_a_repository(string text, string replaced) => RepositoryNames.Replace(text).ShouldBe(replaced);
}
