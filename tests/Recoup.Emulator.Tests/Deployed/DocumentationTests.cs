namespace Recoup.Emulator.Tests.Deployed;

public sealed class DocumentationTests
{
    [Fact]
    public void The_page_begins_with_what_is_not_emulated_and_lists_every_divergence()
    {
        var page = File.ReadAllText(Path.Combine(TestData.Repository, "docs", "emulator.md")).ReplaceLineEndings("\n");

        page.ShouldStartWith("# The emulator\n");
        page.Split("\n## ")[1].ShouldStartWith("What it does not emulate\n");
        foreach (var row in Divergences.All)
            page.ShouldContain($"| {row.Id} | {row.Documented} | {row.Deployed}");
    }
}
