using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Cli.Tests;

/// <summary>Rehearses the tests of the sample, which the build of this project has built.</summary>
public sealed class RehearseTests : IDisposable
{
    private static readonly string Sample = Path.Combine(TestData.Repository, "samples", "Rehearsal");
    private static readonly string Stored = Path.Combine(Sample, "recoup.catalog.json");
    private static readonly string Tomorrow = Path.Combine(Sample, "tomorrow.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_new_required_parameter_and_a_lost_value_break_exactly_the_two_tests_that_use_them()
    {
        var run = await RehearseAsync("--against", Tomorrow, "--format", "json");

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.Error.ShouldMatch(@"^recoup: In the tests, .*tomorrow\.json took the place of .*recoup\.catalog\.json\.\n$");
        var tests = JsonElement.Parse(run.Out).GetProperty("tests");
        tests.GetProperty("count").GetInt32().ShouldBe(5);
        Explanations(tests).ShouldBe(
            [
                "Rehearsal.ReleaseTests.The_notes_are_written: "
                    + "schema-required GOOGLEDOCS_CREATE_DOCUMENT /parameters/properties/locale",
                "Rehearsal.ReleaseTests.The_teaser_is_published(audience: \"MUTUAL_FOLLOW_FRIENDS\"): "
                    + "schema-enum TIKTOK_PUBLISH_VIDEO /parameters/properties/privacy_level/enum",
            ]);
        foreach (var others in (string[])["failingAlready", "healed", "notRun"])
            tests.GetProperty(others).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Each_test_is_next_to_the_change_that_breaks_it()
    {
        var run = await RehearseAsync("--against", Write("changed.json", actions =>
        {
            // An action is gone with its connector, another connector is disconnected, and the type of a parameter is another one.
            var (docs, sheets, tikTok) = (actions[0]!, actions[1]!, actions[2]!);
            actions.Remove(docs);
            sheets["parameters"]!["properties"]!["sheet_name"]!["type"] = "integer";
            tikTok["isConnected"] = false;
        }));

        run.ExitCode.ShouldBe(ExitCode.Drift, run.All);
        run.Out.ShouldContain("explained by: the connector 'googledocs' is missing");
        run.Out.ShouldContain("explained by: GOOGLESHEETS_BATCH_UPDATE: 'sheet_name'");
        run.Out.ShouldContain("explained by: the connector 'tiktok' is no longer connected");
        run.Out.ShouldMatch(@"5 tests run; fail only with .*changed\.json: 5\n$");
        run.Out.ShouldNotContain("no finding explains");
    }

    [Fact]
    public async Task Tests_that_load_another_catalog_say_nothing()
    {
        var run = await Tool.RunAsync([
            "rehearse", "--project", Sample, "--no-build", "--configuration", Configuration, "--catalog", Tomorrow, "--against", Stored]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("None of the 5 tests of ");
        run.Error.ShouldMatch(@"They loaded .*recoup\.catalog\.json instead");
    }

    [Theory]
    [InlineData("{\"actions\":[{\"slug\":1}]}", "RCP0003")]
    [InlineData("{\"actions\":[", "RCP0001")]
    [InlineData("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{}}", "expected a catalog")]
    public async Task Problems_of_the_new_catalog_are_reported_before_a_test_runs(string text, string message)
    {
        var path = Path.Combine(_folder, "broken.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);

        // A build would fail with another message.
        await WriteProjectAsync("<Project><Target Name=\"Build\"><Error Text=\"the mill stands\" /></Target></Project>");

        var run = await Tool.RunAsync("rehearse", "--project", _folder, "--catalog", Stored, "--against", path);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(message);
        run.Error.ShouldNotContain("the mill stands");
    }

    [Fact]
    public async Task Tests_are_not_run_with_a_suspect_catalog()
    {
        var run = await RehearseAsync("--against", Write("empty.json", actions => actions.Clear()));

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Out.ShouldContain("the tests were not run");
    }

    [Theory]
    [InlineData("There is no project 'missing'", "missing")]
    [InlineData("has 0 project files: expected one", "")]
    public async Task A_project_that_is_not_there_is_named(string message, string project)
    {
        var path = project.Length == 0 ? _folder : project;

        var run = await Tool.RunAsync("rehearse", "--project", path, "--catalog", Stored, "--against", Tomorrow);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task An_API_that_does_not_respond_gives_no_result()
    {
        var run = await RehearseAsync("--url", "http://127.0.0.1:9");

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
    }

    [Theory]
    [InlineData("<Project><Target Name=\"Build\" /></Project>", "is not a test project", "--no-build")]
    [InlineData("<Project><Target Name=\"Build\"><Error Text=\"the mill stands\" /></Target></Project>", "the mill stands")]
    public async Task A_project_without_tests_or_with_errors_is_reported_with_the_reason(
        string text, string message, params string[] options)
    {
        await WriteProjectAsync(text);

        var run = await Tool.RunAsync(["rehearse", "--project", _folder, "--catalog", Stored, "--against", Tomorrow, .. options]);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldContain(message);
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release"
            : "Debug";

    private static Task<Tool> RehearseAsync(params string[] args) => Tool.RunAsync(
        ["rehearse", "--project", Sample, "--no-build", "--configuration", Configuration, "--catalog", Stored, .. args]);

    private static IEnumerable<string> Explanations(JsonElement tests) =>
        from test in tests.GetProperty("broken").EnumerateArray()
        from finding in test.GetProperty("explanations").EnumerateArray()
        select $"{test.GetProperty("test")}: "
            + $"{finding.GetProperty("rule")} {finding.GetProperty("action")} {finding.GetProperty("pointer")}";

    private Task WriteProjectAsync(string text)
    {
        const string properties = "<PropertyGroup><TargetPath>$(MSBuildProjectFullPath)</TargetPath></PropertyGroup>";
        return File.WriteAllTextAsync(
            Path.Combine(_folder, "My.Tests.csproj"),
            text.Replace("<Project>", "<Project>" + properties, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
    }

    private string Write(string name, Action<JsonArray> change)
    {
        var catalog = JsonNode.Parse(File.ReadAllText(Stored))!;
        change(catalog["actions"]!.AsArray());
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, catalog.ToJsonString());
        return path;
    }
}
