using System.Text;
using Recoup.AI;
using Recoup.Cli.Dialects;
using Recoup.Contracts.Checks;
using Recoup.Documentation.Tests.Pages;

namespace Recoup.Documentation.Tests;

/// <summary>The example on the page of what <c>recoup check --for</c> reports is checked, and has to say what the page quotes.</summary>
public sealed class DialectExampleTests
{
    // RCP0093 is reported where neither a proof nor a value is found: what that takes changes with each improvement of the comparison.
    private const string WithoutExample = "RCP0093";

    public static TheoryData<string> Pages =>
    [
        .. Page.Below("docs/diagnostics/RCP").Select(row => row.Data)
            .Where(name => name.Contains("RCP008", StringComparison.Ordinal) || name.Contains("RCP009", StringComparison.Ordinal))
            .Where(name => !name.Contains(WithoutExample, StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_example_is_reported_as_the_page_says(string name)
    {
        var page = Page.All[name];
        var catalog = Encoding.UTF8.GetBytes($$"""{"success":true,"actions":[{{page.Snippets[0].Text}}]}""");
        var dialects = Enum.GetValues<Dialect>().Where(dialect => dialect != Dialect.None).ToArray();

        var text = CheckReport.Run([("catalog.json", catalog)], [], false, false, new DialectCheck(dialects).Check).Text;

        var quote = page.Quotes.ShouldHaveSingleItem();
        text.Split('\n').ShouldContain(
            line => line.EndsWith($": {quote}", StringComparison.Ordinal), $"{name} quotes what is not reported:\n{text}");
    }
}
