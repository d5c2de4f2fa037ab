using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recoup.Catalogs;
using Recoup.Cli.Emulation;
using Recoup.Contracts;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

/// <summary>
/// The text of a catalog is untrusted: it neither controls a terminal, nor commands a build server, nor imitates a line of a compiler.
/// </summary>
public sealed partial class HostileTextTests : IDisposable
{
    private const string Forged = "x.json(1,1): error CS0001: forged";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public static TheoryData<string> Texts =>
    [
        $"EVIL\u001b[31m\n{Forged}",
        $"EVIL\r\n{Forged}",
        $"EVIL\u2028{Forged}\u0085{Forged}",
        "::error file=a.cs,line=1::owned",
        " \t::warning::owned",
        "\u00a0\u3000::notice::owned",
        "a\n::add-mask::owned",
        "##[error]owned",
        "a ###[group]owned",
        "##vso[task.complete result=Failed]owned",
        "a ##VSO[task.setvariable variable=PATH]owned",
        "##teamcity[buildStop comment='owned']",
        "\u202eGO_LIVE\u2066\ufeff",
    ];

    public static TheoryData<string> Invisible =>
    [
        "\u00ad", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u2028", "\u2029", "\u202e", "\u2060", "\u2063", "\u206a",
        "\ufeff", "\ufff9", "\udb40\udc41", "\u0007", "\u007f", "\u009b", "\r",
    ];

    public static TheoryData<string> Formats => new(ReportWriterTable.Rows.Select(row => row.Name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Catalog_text_is_only_text_in_each_output(string text)
    {
        var (before, after) = (Write("old.json", Action("A_ONE", "a")), Write("new.json", Action("A_ONE", text), Action(text, text)));
        string[][] commands =
        [
            ["list", "--catalog", after],
            ["show", text, "--catalog", after],
            ["show", string.Concat(text.Select(character => char.IsControl(character) ? 'X' : character)) + "X", "--catalog", after],
            ["check", after, "--list-results"],
            ["check", after, "--for", "openai"],
            ["diff", before, after, "--summary", "--trust-missing"],
            .. Formats.Select(format => (string[])["diff", before, after, "--trust-missing", "--format", format.Data]),
            .. Formats.Select(format => (string[])["check", after, "--format", format.Data]),
        ];
        foreach (var command in commands)
        {
            var run = await Tool.RunAsync(command);

            ShouldBeOnlyText(command.Contains("github") ? GitHubCommand().Replace(run.All, "") : run.All, string.Join(' ', command));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_body_of_an_error_is_only_text(string text)
    {
        using var handler = new StubHandler(_ => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(text, Encoding.UTF8, "text/plain") }));

        var run = await Tool.RunAsync(host => host with { Handler = handler }, ["pull", "--url", "https://api.example.com"]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        ShouldBeOnlyText(run.All, text);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_summary_of_an_emulator_is_only_text(string text)
    {
        using var error = new StringWriter();
        var log = new RequestLog(new Host { Out = TextWriter.Null, Error = error }, isQuiet: false);
        var catalog = RecoupCatalog.Parse(Catalog([Action(text, "a")]));
        var emulator = RecoupEmulator.Start(catalog, new RecoupEmulatorOptions { OnExchange = log.Add, Strict = true });
        emulator.On(text).Returns(new { }).Then.Returns(new { });
        using var client = emulator.CreateHttpClient();
        var call = new JsonObject { ["actionSlug"] = text, ["parameters"] = new JsonObject { ["a"] = "x" } };
        using var body = new StringContent(call.ToJsonString(), Encoding.UTF8, "application/json");

        using var response = await client.PostAsync(
            new Uri("/api/connectors/actions", UriKind.Relative), body, TestContext.Current.CancellationToken);
        await log.EndAsync();

        error.ToString().ShouldContain("recoup: most executed: ");
        error.ToString().Split('\n').Length.ShouldBe(4);
        ShouldBeOnlyText(error.ToString(), text);
        emulator.Journal.Single().ToString().ShouldNotContain('\n');
        await emulator.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_report_is_the_same_on_standard_output_and_in_a_file(string format)
    {
        var (path, text) = (Path.Combine(_folder, "report"), string.Concat(Invisible.Concat(Texts).Select(row => row.Data)));
        string[] command = ["diff", Write("old.json", Action("A_ONE", "a")), Write("new.json", Action("A_ONE", text)), "--format", format];

        var printed = (await Tool.RunAsync(command)).Out;
        await Tool.RunAsync([.. command, "--output", path]);

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(printed);
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public async Task A_finding_that_is_copied_from_standard_output_can_be_accepted(string character)
    {
        string[] command =
            ["diff", Write("old.json", Action("A_ONE", "a")), Write("new.json", Action("A_ONE", $"b{character}##[c]")), "--wire-only"];
        var printed = (await Tool.RunAsync([.. command, "--format", "json"])).Out;
        var finding = JsonNode.Parse(printed)!["findings"]!.AsArray().Single(one => ((string)one!["pointer"]!).Contains("##[c]"))!;
        ((string)finding["pointer"]!).ShouldContain($"b{character}##[c]");
        var accept = Path.Combine(_folder, "accept.json");
        var entry = new JsonObject
        {
            ["rule"] = (string)finding["rule"]!,
            ["action"] = (string)finding["action"]!,
            ["pointer"] = (string)finding["pointer"]!,
            ["hash"] = (string)finding["contentHash"]!,
            ["reason"] = "Known.",
            ["expires"] = "2030-01-01",
        };
        await File.WriteAllTextAsync(
            accept, new JsonObject { ["accept"] = new JsonArray(entry) }.ToJsonString(), TestContext.Current.CancellationToken);

        (await Tool.RunAsync([.. command, "--accept", accept])).Out.ShouldContain("1 accepted");
        printed.Any(IsInvisible).ShouldBeFalse();
        printed.ShouldNotContain("##[");
    }

    [Theory]
    [MemberData(nameof(Invisible))]
    public void An_invisible_character_is_shown(string character) => SafeText.Of($"GO{character}LIVE").ShouldBe("GO\uFFFDLIVE");

    [Theory]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")]
    [InlineData("\U0001F469\u200D\U0001F4BB", "\U0001F469\u200D\U0001F4BB")]
    [InlineData("\u0645\u200c\u200d\u0648", "\u0645\ufffd\ufffd\u0648")]
    [InlineData("std::vector, 1:2 and a # [b] ## c", "std::vector, 1:2 and a # [b] ## c")]
    [InlineData("::a::", "\ufffd:a::")]
    [InlineData("a\n  ::b ##[c]", "a\n  \ufffd:b \ufffd#[c]")]
    public void Other_text_stays_as_it_is(string text, string expected) => SafeText.Of(text).ShouldBe(expected);

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("##a")]
    [InlineData("std::")]
    [InlineData("\U0001F469")]
    public void A_long_text_takes_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000_000));

        SafeText.Of(text).ShouldBe(text);
    }

    // Data of a theory is stored as UTF-8, which has no half of a pair.
    [Fact]
    public void Half_of_a_surrogate_pair_is_shown() => SafeText.Of("a\ud800b\udc00c").ShouldBe("a\ufffdb\ufffdc");

    private static void ShouldBeOnlyText(string output, string from)
    {
        output.Any(IsInvisible).ShouldBeFalse(from);
        BuildCommand().IsMatch(output).ShouldBeFalse($"{from}\n{output}");
        output.Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith(Forged, StringComparison.Ordinal), from);
    }

    private static bool IsInvisible(char character) => character is not ('\n' or '\t')
        && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static JsonObject Action(string slug, string property) => new()
    {
        ["slug"] = slug,
        ["name"] = property,
        ["description"] = property,
        ["connectorSlug"] = property,
        ["isConnected"] = true,
        ["parameters"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                [property] = new JsonObject { ["description"] = property, ["enum"] = new JsonArray(property, "x") },
            },
            ["required"] = new JsonArray(property),
            ["additionalProperties"] = false,
        },
    };

    private static string Catalog(IEnumerable<JsonNode> actions) =>
        new JsonObject { ["success"] = true, ["actions"] = new JsonArray([.. actions]) }.ToJsonString();

    private string Write(string name, params JsonNode[] actions)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, Catalog(actions));
        return path;
    }

    // What the runner of GitHub, the agent of Azure and TeamCity take for a command.
    [GeneratedRegex(@"^\s*::|##[a-z]*\[", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BuildCommand();

    [GeneratedRegex("^::(error|warning|notice) ", RegexOptions.Multiline)]
    private static partial Regex GitHubCommand();
}
