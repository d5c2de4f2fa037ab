using Recoup.Documentation.Tests.Pages;
using Recoup.Documentation.Tests.Snippets;

namespace Recoup.Documentation.Tests;

public sealed class CSharpSnippetTests
{
    // The pages of diagnostics and rules show mistakes; their tests know which.
    public static TheoryData<string> Places => Snippet.Places("csharp", page => !IsOfMistakes(page));

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_snippet_compiles_without_a_warning_of_ours(string place) =>
        (await SnippetCompiler.CompileAsync(Snippet.At(place).Text)).ShouldBeEmpty(place);

    [Fact]
    public async Task A_snippet_with_a_mistake_would_be_found() =>
        (await SnippetCompiler.CompileAsync("await recoup.ExecuteAsync(GitHub.CreateIssues());")).ShouldHaveSingleItem().Id.ShouldBe("CS0117");

    private static bool IsOfMistakes(Page page) =>
        page.Name.StartsWith("docs/diagnostics/RCP", StringComparison.Ordinal) || page.Name.StartsWith("docs/rules/", StringComparison.Ordinal);
}
