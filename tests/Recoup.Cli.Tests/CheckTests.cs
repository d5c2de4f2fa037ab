using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recoup.Contracts;
using Recoup.Schemas;

namespace Recoup.Cli.Tests;

public sealed partial class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public static TheoryData<string> Formats => new(ReportWriterTable.Rows.Select(row => row.Name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_report_format_is_as_approved(string format)
    {
        var run = await Tool.RunAsync("check", Flawed(), "--format", format);

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        PublishedPage().Replace(run.Out, "https://www.nuget.org/packages/Recoup.Cli")
            .Replace("file://" + _folder, "", StringComparison.Ordinal).Replace(_folder + "/", "", StringComparison.Ordinal)
            .ShouldMatchApproved(options => options.WithDiscriminator(format).SubFolder("Check").WithFileExtension(".txt"));
    }

    // A build for publication links to its own repository.
    [GeneratedRegex(@"https://[^\s\"")]+/blob/[0-9a-f]+/docs/diagnostics/RCP\d+\.md")]
    private static partial Regex PublishedPage();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_report_format_can_be_written_to_a_file(string format)
    {
        var file = Path.Combine(_folder, "report");

        var run = await Tool.RunAsync("check", Flawed(), "--format", format, "--output", file);

        run.All.ShouldBeEmpty();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain("RCP0003");
    }

    [Theory]
    [InlineData("openai", "RCP0080", 4)]
    [InlineData("anthropic", "RCP0082", 5)]
    [InlineData("openai-strict", "RCP0092", 2)]
    [InlineData("gemini", "RCP0092", 0)]
    public async Task A_real_catalog_is_checked_for_a_provider(string provider, string id, int count)
    {
        var run = await Tool.RunAsync(
            "check", TestData.RequireExternal("catalogs", "github-googledrive.served.json"), "--for", provider);

        run.Out.Split('\n').Count(line => line.Contains($" {id}: ", StringComparison.Ordinal)).ShouldBe(count);
        run.Out.ShouldContain($"The definitions of 930 tools for {provider} have about");
    }

    [Fact]
    public async Task A_refusal_of_a_provider_is_at_the_line_of_the_catalog()
    {
        var catalog = Path.Combine(_folder, "catalog.json");
        await File.WriteAllTextAsync(
            catalog,
            """
            {"success":true,"actions":[{"slug":"SHOP_ADD","name":"","description":"","connectorSlug":"shop","isConnected":true,"parameters":
              {"type":"object","properties":{
                "tags":{"type":"array"}}}}]}
            """,
            TestContext.Current.CancellationToken);

        var run = await Tool.RunAsync("check", catalog, "--for", "openai,gemini", "--quiet");

        run.Out.ShouldContain($"{catalog}(3,12): warning RCP0087: SHOP_ADD: for openai an array must have 'items'; got no items.");
        run.Out.ShouldContain($"{catalog}(3,12): warning RCP0087: SHOP_ADD: for gemini an array must have 'items'; got no items.");
    }

    [Fact]
    public async Task An_unknown_provider_is_an_error_that_names_the_known_ones()
    {
        var run = await Tool.RunAsync("check", Flawed(), "--for", "openia");

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.All.ShouldContain("expected openai, openai-strict, anthropic, gemini, mcp, got 'openia'. Did you mean 'openai'?");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Quiet_omits_problems_of_severity_info(string format) =>
        (await Tool.RunAsync("check", Flawed(), "--quiet", "--format", format)).Out.ShouldNotContain("RCP0020");

    [Fact]
    public async Task Json_matches_the_published_schema_and_its_pointers_resolve()
    {
        var path = Flawed();
        var report = JsonElement.Parse((await Tool.RunAsync("check", path, "--format", "json")).Out);

        using var stream = typeof(ReportWriterTable).Assembly.GetManifestResourceStream("report.schema.json").ShouldNotBeNull();
        using var schema = JsonDocument.Parse(stream);
        JsonSchema.Parse(schema.RootElement).Validate(report).Violations.Select(violation => violation.Message).ShouldBeEmpty();

        var catalog = JsonElement.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        foreach (var finding in report.GetProperty("findings").EnumerateArray())
        {
            var location = finding.GetProperty("newLocation");
            location.GetProperty("path").GetString().ShouldBe(path);
            Resolve(catalog, location.GetProperty("pointer").GetString()!).ValueKind.ShouldNotBe(JsonValueKind.Undefined);
        }
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task JUnit_failures_agree_with_the_exit_code(bool warningsAreErrors, int failures)
    {
        string[] args = ["check", Flawed(), "--format", "junit", .. warningsAreErrors ? ["--warnings-as-errors"] : Array.Empty<string>()];

        var root = XDocument.Parse((await Tool.RunAsync(args)).Out).Root.ShouldNotBeNull();

        ((int?)root.Attribute("failures")).ShouldBe(failures);
        root.Descendants("failure").Count().ShouldBe(failures);
        root.Descendants("testcase").Count().ShouldBe((int?)root.Attribute("tests") ?? 0);
    }

    [Fact]
    public async Task A_clean_catalog_gives_an_empty_report()
    {
        var run = await Tool.RunAsync("check", "catalog.json", "--format", "sarif");

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        JsonElement.Parse(run.Out).GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_report_file_that_cannot_be_written_is_reported()
    {
        var run = await Tool.RunAsync("check", "catalog.json", "--output", Path.Combine(_folder, "missing", "report"));

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain("--output");
    }

    private static JsonElement Resolve(JsonElement json, string pointer)
    {
        foreach (var step in pointer.Split('/')
            .Skip(1)
            .Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            json = json.ValueKind == JsonValueKind.Array ? json[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
                : json.TryGetProperty(step, out var member) ? member : default;
        }

        return json;
    }

    /// <summary>
    /// Has an error (an action without a slug), a warning (no description), and a note (a schema that C# cannot express) with hostile text.
    /// </summary>
    private string Flawed()
    {
        var path = Path.Combine(_folder, "flawed.json");
        File.WriteAllText(path, """
            {"success":true,"actions":[
              {"name":"x"},
              {"slug":"GMAIL_FETCH_EMAILS","name":"x","description":"","name":"y","parameters":{"type":"object","properties":{
                "<script>@all|::error::":{"not":{"type":"string"}}}},
                "connectorSlug":"gmail","isConnected":true}]}

            """);
        return path;
    }
}
