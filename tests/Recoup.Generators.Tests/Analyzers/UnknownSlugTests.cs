using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

public sealed class UnknownSlugTests
{
    private const string Wrong = "await client.ExecuteAsync([|\"GMAIL_FETCH_EMALS\"|], default);";

    [Theory]
    [InlineData(Wrong)]
    [InlineData("await client.ExecuteAsync(parameters: default, slug: [|\"GMAIL_FETCH_EMALS\"|]);")]
    [InlineData("const string Slug = \"GMAIL_FETCH_EMALS\"; await client.ExecuteAsync([|Slug|], default);")]
    [InlineData("await client.ExecuteAsync([|\"GMAIL_\" + \"FETCH_EMALS\"|], default);")]
    [InlineData("emulator.On([|\"GMAIL_FETCH_EMALS\"|]);")]
    [InlineData("_ = emulator.Journal.Single([|\"GMAIL_FETCH_EMALS\"|]);")]
    [InlineData("_ = emulator.Journal.Count([|\"GMAIL_FETCH_EMALS\"|]) + emulator.Journal.All([|\"gmail_fetch_emails\"|]).Count;")]
    [InlineData("emulator.Journal.ShouldHaveExecuted([|\"GMAIL_FETCH_EMALS\"|], times: 2);")]
    [InlineData("await client.Api.UploadConnectorFileAsync(new() { Url = unknown, ToolSlug = [|\"GMAIL_FETCH_EMALS\"|] });")]
    [InlineData("var file = new UploadConnectorFileRequest { Url = unknown, ToolSlug = [|\"GMAIL_\" + \"FETCH_EMALS\"|] }; _ = file;")]
    [InlineData("_ = new UploadConnectorFileRequest { Url = unknown, ToolSlug = unknown == \"\" ? [|\"GMAIL_FETCH_EMALS\"|] : unknown };")]
    [InlineData("await client.ExecuteAsync(unknown == \"\" ? [|\"GMAIL_FETCH_EMALS\"|] : \"GMAIL_FETCH_EMAILS\", default);")]
    public async Task A_constant_slug_that_no_catalog_has_is_reported_with_the_nearest_one(string statements)
    {
        var reported = await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), MarkedCode.Of(statements));

        foreach (var diagnostic in reported)
        {
            (diagnostic.Id, diagnostic.Severity).ShouldBe(("RCP0040", DiagnosticSeverity.Warning));
            diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldEndWith("; did you mean 'GMAIL_FETCH_EMAILS'?");
        }
    }

    [Theory]
    [InlineData("await client.ExecuteAsync(\"GMAIL_FETCH_EMAILS\", default);")]
    [InlineData("await client.ExecuteAsync(unknown, default);")]
    [InlineData("var slug = \"GMAIL_FETCH_EMALS\"; await client.ExecuteAsync(slug, default);")]
    [InlineData("emulator.OnFile(\"GMAIL_FETCH_EMALS\");")]
    [InlineData("_ = new UploadConnectorFileRequest { Url = \"GMAIL_FETCH_EMALS\", ToolSlug = \"GMAIL_FETCH_EMAILS\" };")]
    [InlineData("_ = new UploadConnectorFileRequest { Url = unknown, ToolSlug = unknown };")]
    [InlineData("emulator.Connect(\"gmail\"); _ = new AuthorizeConnectorRequest { Connector = \"github\" };")]
    [InlineData("emulator.On(Gmail.FetchEmails);")]
    public async Task Known_slugs_slugs_known_at_run_time_and_other_strings_are_not_reported(string statements) =>
        await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), MarkedCode.Of(statements));

    [Theory]
    [InlineData("\\n")]
    [InlineData("\\r\\n")]
    [InlineData("\\u2028")]
    [InlineData("\\0")]
    public async Task A_message_is_one_line_whatever_the_slug_contains(string text)
    {
        var code = MarkedCode.Of($"await client.ExecuteAsync([|\"GMAIL_{text}\"|], default);");

        var message = (await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), code)).ShouldHaveSingleItem()
            .GetMessage(CultureInfo.InvariantCulture);

        message.ShouldNotContain(character => char.IsControl(character) || character == '\u2028');
    }

    [Theory]
    [InlineData("await client.Api.AuthorizeConnectorAsync(new() { Connector = [|\"gmial\"|] });")]
    [InlineData("const string Mail = \"Gmail\"; _ = new AuthorizeConnectorRequest { Connector = [|Mail|] };")]
    [InlineData("emulator.Connect([|\"gmial\"|]); emulator.Disconnect(connectorSlug: [|\"gmails\"|]);")]
    [InlineData("_ = emulator.GetConnection([|\"GMAIL\"|]); emulator.SetConnection([|\"gmial\"|], ConnectionState.Active);")]
    public async Task A_constant_connector_that_no_catalog_has_is_reported_with_the_nearest_one(string statements)
    {
        foreach (var diagnostic in await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), MarkedCode.Of(statements)))
        {
            (diagnostic.Id, diagnostic.Severity).ShouldBe(("RCP0048", DiagnosticSeverity.Warning));
            diagnostic.GetMessage(CultureInfo.InvariantCulture)
                .ShouldStartWith("No catalog of this project or its references has a connector '");
            diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldEndWith("'; did you mean 'gmail'?");
        }
    }

    [Theory]
    [InlineData("assembly")]
    [InlineData("reference assembly")]
    [InlineData("project")]
    public async Task Slugs_of_a_reference_come_from_its_generated_methods(string kind)
    {
        var code = MarkedCode.Of(
            "emulator.On([|\"GMAIL_FETCH_EMALS\"|]); emulator.On(\"GMAIL_FETCH_EMAILS\"); emulator.Connect([|\"gmial\"|]);");
        var reference = Analysis.ReferenceTo(Generation.Run(Analysis.Actions), kind);

        var reported = await ReportAsync(code, [], reference);

        reported.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).ShouldBe(
        [
            "No catalog of this project or its references has an action 'GMAIL_FETCH_EMALS'; did you mean 'GMAIL_FETCH_EMAILS'?",
            "No catalog of this project or its references has a connector 'gmial'; did you mean 'gmail'?",
        ]);
    }

    [Fact]
    public async Task Slugs_of_an_internal_class_and_of_meta_actions_count_too()
    {
        var code = MarkedCode.Of("emulator.On(\"GMAIL_A\"); emulator.On(\"COMPOSIO_SEARCH_TOOLS\"); emulator.On([|\"GMAIL_B\"|]);");
        var library = Generation.Run(
            Catalog.Of(Catalog.Action("GMAIL_A"), Catalog.Action("COMPOSIO_SEARCH_TOOLS")),
            options: new GenerationOptions { Visibility = "internal" });
        library.Diagnostics().ShouldBeEmpty();

        await ReportAsync(code, [], Analysis.ReferenceTo(library, "assembly"));
    }

    [Fact]
    public async Task A_catalog_of_the_project_and_a_reference_count_together()
    {
        var code = MarkedCode.Of("emulator.On(\"SLACK_SEND\"); emulator.On(\"GMAIL_FETCH_EMAILS\"); emulator.On([|\"SLACK_SENT\"|]);");
        var reference = Analysis.ReferenceTo(Generation.Run(Analysis.Actions), "assembly");

        var reported = await ReportAsync(code, Analysis.Files(Catalog.Of(Catalog.Action("SLACK_SEND"))), reference);

        reported.Single().GetMessage(CultureInfo.InvariantCulture).ShouldBe(
            "No catalog of this project or its references has an action 'SLACK_SENT'; did you mean 'SLACK_SEND'?");
    }

    private static async Task<IReadOnlyList<Diagnostic>> ReportAsync(
        MarkedCode code, ImmutableArray<AdditionalText> files, MetadataReference reference)
    {
        var compilation = Generation.Run(files, code.Text).Compilation.AddReferences([.. Analysis.References, reference]);
        return await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), code, compilation, files);
    }

    [Fact]
    public async Task No_slug_is_suggested_if_none_is_near()
    {
        var reported = await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), MarkedCode.Of("emulator.On([|\"SLACK\"|]);"));

        reported.Single().GetMessage(CultureInfo.InvariantCulture).ShouldBe(
            "No catalog of this project or its references has an action 'SLACK'");
    }

    [Fact]
    public async Task The_suggestion_does_not_depend_on_the_order_of_the_catalog()
    {
        string[] actions = [Catalog.Action("ACME_B"), Catalog.Action("ACME_A"), Catalog.Action("ACME_C")];
        var code = MarkedCode.Of("emulator.On([|\"ACME_X\"|]);");
        foreach (var order in new[] { actions, [.. actions.Reverse()] })
        {
            var reported = await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), code, Analysis.Files(Catalog.Of(order)));
            reported.Single().GetMessage(CultureInfo.InvariantCulture).ShouldEndWith("did you mean 'ACME_A'?");
        }
    }

    [Fact]
    public async Task A_slug_may_be_in_any_catalog_of_the_project()
    {
        var files = Analysis.Files(Catalog.Of(Catalog.Action("ACME_A")), Catalog.Of(Catalog.Action("ACME_B")));

        await Analysis.ShouldReportAsync(
            new UnknownSlugAnalyzer(),
            MarkedCode.Of("emulator.On(\"ACME_A\"); emulator.On(\"ACME_B\"); emulator.On([|\"ACME_C\"|]);"),
            files);
    }

    [Fact]
    public async Task An_action_that_a_filter_excludes_can_still_be_executed_by_its_slug()
    {
        var filtered = new CatalogText("filtered.json", Analysis.Actions) { Connectors = "github" };

        await Analysis.ShouldReportAsync(
            new UnknownSlugAnalyzer(), MarkedCode.Of("await client.ExecuteAsync(\"GMAIL_FETCH_EMAILS\", default);"), [filtered]);
    }

    [Theory]
    [InlineData]
    [InlineData("{\"actions\":[")]
    [InlineData("[]")]
    [InlineData("{\"actions\":[]}")]
    [InlineData("{\"actions\":[{}]}")]
    public async Task Nothing_is_reported_without_a_readable_catalog(params string[] catalogs)
    {
        // Without actions their namespace does not exist.
        var code = new MarkedCode(MarkedCode.Of(Wrong).Text.Replace("using Recoup.Actions;", "", StringComparison.Ordinal));

        await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), code, Analysis.Files(catalogs));
    }

    [Fact]
    public async Task Nothing_is_reported_if_one_of_several_catalogs_is_unreadable()
    {
        var code = new MarkedCode(MarkedCode.Of(Wrong).Text);

        await Analysis.ShouldReportAsync(new UnknownSlugAnalyzer(), code, Analysis.Files(Analysis.Actions, "no JSON"));
    }

    [Fact]
    public async Task A_catalog_is_read_once_for_a_compilation_and_only_for_a_slug_without_a_method()
    {
        var counting = new CountingText(Analysis.Actions);
        var options = new AnalyzerOptions([counting], new AllCatalogs());

        async Task<int> RunAsync(string statements)
        {
            var compilation = Generation.Run(
                Analysis.Actions, MarkedCode.Of(statements).Text).Compilation.AddReferences(Analysis.References);
            var reported = await compilation.WithAnalyzers([new UnknownSlugAnalyzer()], options)
                .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
            return reported.Length;
        }

        (await RunAsync("await client.ExecuteAsync(Gmail.FetchEmails());")).ShouldBe(0);
        (await RunAsync("emulator.On(\"GMAIL_FETCH_EMAILS\"); emulator.Connect(\"gmail\");")).ShouldBe(0);
        counting.Asked.ShouldBe(0);
        (await RunAsync("emulator.On(\"GMAIL_A\"); emulator.On(\"GMAIL_B\");")).ShouldBe(2);
        counting.Asked.ShouldBe(1);
    }

    private sealed class AllCatalogs : AnalyzerConfigOptionsProvider
    {
        private static readonly GenerationOptions Options = new();

        public override AnalyzerConfigOptions GlobalOptions => Options.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.GetOptions(tree);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Options.GetOptions(new CatalogText("", ""));
    }

    private sealed class CountingText(string json) : AdditionalText
    {
        private int _asked;

        public int Asked => _asked;

        public override string Path => "catalog.json";

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            return SourceText.From(json);
        }
    }
}
