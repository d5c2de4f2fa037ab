using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        (await SnippetCompiler.CompileAsync(Snippet.At(place).Text, ShownBefore(Snippet.At(place)))).ShouldBeEmpty(place);

    [Fact]
    public async Task A_snippet_with_a_mistake_would_be_found() =>
        (await SnippetCompiler.CompileAsync("await recoup.ExecuteAsync(GitHub.CreateIssues());"))
            .ShouldHaveSingleItem().Id.ShouldBe("CS0117");

    // What a page has imported once, its later snippets have too, and so they do its types.
    private static string ShownBefore(Snippet snippet)
    {
        var before = snippet.Page.Snippets.Where(other => other.Language == "csharp" && other.Line < snippet.Line)
            .Select(other => CSharpSyntaxTree.ParseText(other.Text).GetCompilationUnitRoot())
            .ToList();
        var usings = before.SelectMany(unit => unit.Usings)
            .Select(directive => "global " + directive.WithoutTrivia().NormalizeWhitespace().ToFullString())
            .Distinct();
        var types = before.SelectMany(unit => unit.Members.OfType<BaseTypeDeclarationSyntax>()).Select(type => type.ToFullString());
        return string.Join('\n', usings.Concat(types));
    }

    private static bool IsOfMistakes(Page page) =>
        page.Name.StartsWith("docs/diagnostics/RCP", StringComparison.Ordinal)
            || page.Name.StartsWith("docs/rules/", StringComparison.Ordinal);
}
