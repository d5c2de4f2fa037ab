using System.Text.Json;
using Microsoft.CodeAnalysis;
using Recoup.Catalogs;
using Recoup.Cli;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Pages;
using Recoup.Emulator;
using Recoup.Schemas;
using Recoup.Tests.Driving;
using YamlDotNet.RepresentationModel;

namespace Recoup.Documentation.Tests;

/// <summary>Files that pages show whole.</summary>
public sealed class FileSnippetTests
{
    public static TheoryData<string> Workflows => Snippet.Places("yaml");

    public static TheoryData<string> Documents =>
        Snippet.Places(
            "json",
            page =>
                !page.Name.StartsWith("docs/rules/", StringComparison.Ordinal)
                    && !page.Name.StartsWith("docs/diagnostics/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_is_one(string place)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Snippet.At(place).Text));

        var workflow = stream.Documents.ShouldHaveSingleItem(place).RootNode.ShouldBeOfType<YamlMappingNode>();
        workflow.Children.Keys.Select(key => key.ToString()).ShouldContain("on");
        foreach (var (_, job) in (YamlMappingNode)workflow["jobs"])
        {
            foreach (var step in (YamlSequenceNode)job["steps"])
                ((YamlMappingNode)step).Children.Keys.Select(key => key.ToString())
                    .ShouldContain(key => key == "run" || key == "uses", place);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_read_without_a_complaint(string place)
    {
        var snippet = Snippet.At(place);
        using var json = JsonDocument.Parse(snippet.Text);
        if (json.RootElement.TryGetProperty("accept", out _))
            AcceptFile.Parse(snippet.Text).ShouldNotBeNull(place);
        else if (json.RootElement.TryGetProperty("connectors", out _))
            Complaints(new NamesText(snippet.Text)).ShouldBeEmpty(place);
        else if (json.RootElement.TryGetProperty("results", out _))
            Complaints(new ResultsText(snippet.Text)).ShouldBeEmpty(place);
        else if (json.RootElement.TryGetProperty("accounts", out _))
            ShouldBeAWorld(snippet.Text, place);
        else if (json.RootElement.TryGetProperty("tools", out var tools))
            tools.GetProperty("recoup.cli").GetProperty("commands")[0].GetString().ShouldBe("recoup", place);
        else if (json.RootElement.TryGetProperty("mcpServers", out var servers))
            ShouldStartTheTool(servers, place);
        else
            throw new InvalidOperationException($"{place}: a document that no test knows");
    }

    private static void ShouldStartTheTool(JsonElement servers, string place)
    {
        var server = servers.EnumerateObject().ShouldHaveSingleItem(place).Value;
        server.GetProperty("command").GetString().ShouldBe("recoup", place);
        RecoupTool.Commands(new Host { Out = TextWriter.Null, Error = TextWriter.Null })
            .Parse([.. server.GetProperty("args").EnumerateArray().Select(word => word.GetString()!)]).Errors.ShouldBeEmpty(place);
    }

    private static void ShouldBeAWorld(string text, string place)
    {
        using var schema = typeof(World).Assembly.GetManifestResourceStream("world.schema.json").ShouldNotBeNull();
        using var document = JsonDocument.Parse(schema);
        JsonSchema.Parse(document.RootElement).Validate(JsonElement.Parse(text)).Violations.ShouldBeEmpty(place);
        var options = new RecoupEmulatorOptions { World = World.Parse(text) };
        Should.NotThrow(() => RecoupEmulator.Start(RecoupCatalog.Load(TestData.QuickStartCatalog), options), place);
    }

    private static IEnumerable<Diagnostic> Complaints(AdditionalText file) =>
        Generation.Run([new CatalogText("recoup.catalog.json", File.ReadAllText(TestData.QuickStartCatalog)), file]).Reported
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
}
