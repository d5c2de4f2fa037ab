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
        (await SnippetCompiler.CompileAsync(Snippet.At(place).Text, UsingsBefore(Snippet.At(place)))).ShouldBeEmpty(place);

    [Fact]
    public async Task A_snippet_with_a_mistake_would_be_found() =>
        (await SnippetCompiler.CompileAsync("await recoup.ExecuteAsync(GitHub.CreateIssues());")).ShouldHaveSingleItem().Id.ShouldBe("CS0117");

    // What a page has imported once, its later snippets have too.
    private static string UsingsBefore(Snippet snippet)
    {
        var before = snippet.Page.Snippets.Where(other => other.Language == "csharp" && other.Line < snippet.Line).SelectMany(other => other.Text.Split('\n'))
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && line.Split("//")[0].TrimEnd().EndsWith(';') && !line.Contains('=', StringComparison.Ordinal));
        return string.Concat(before.Where(line => !snippet.Text.Contains(line.Split(';')[0], StringComparison.Ordinal)).Distinct().Select(line => line + "\n"));
    }

    private static bool IsOfMistakes(Page page) =>
        page.Name.StartsWith("docs/diagnostics/RCP", StringComparison.Ordinal) || page.Name.StartsWith("docs/rules/", StringComparison.Ordinal);
}
