using Recoup.Contracts.Findings;

namespace Recoup.Contracts.Tests.Findings;

public sealed class ContentHashTests
{
    [Fact]
    public void Parts_are_kept_apart()
    {
        string?[][] lists = [["ab", "c"], ["a", "bc"], ["abc"], ["ab", "c", ""], ["ab", "c", null]];

        lists.Select(parts => ContentHash.Of(parts)).ShouldBeUnique();
    }
}
