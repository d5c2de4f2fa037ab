using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Contracts;
using Recoup.Contracts.Listing;
using Recoup.Schemas;
using Recoup.Tests.Driving;
using Recoup.Typed;

namespace Recoup.Generators.Tests;

/// <summary>The C# that is shown for a call compiles beside the generated code, and sends the parameters that it was written for.</summary>
public sealed class CallSourceTests
{
    private const string Types =
        """
        {"type":"object","required":["event","at"],"additionalProperties":{"type":"number"},"properties":{
          "event":{"type":"string","enum":["push","pull request"]},
          "at":{"type":"string","format":"date-time"},
          "day":{"type":"string","format":"date"},
          "id":{"type":"string","format":"uuid"},
          "bytes":{"type":"string","format":"byte"},
          "size":{"type":"integer"},
          "ratio":{"type":"number"},
          "note":{"type":["string","null"],"default":"none"},
          "tags":{"type":["array","null"],"items":{"type":"string"},"default":["a"]},
          "level":{"type":["string","null"],"enum":["low",null],"default":"low"},
          "any":{},
          "list":{"type":"array","items":{}},
          "cells":{"type":"array","items":{"type":"array","items":{"type":["string","number","boolean","null"]}}},
          "counts":{"type":"object","additionalProperties":{"type":"array","items":{"type":"integer"}}},
          "target":{"anyOf":[
            {"type":"string"},
            {"type":"array","items":{"type":"integer"}},
            {"type":"object","required":["class"],"properties":{"class":{"type":"string"},"kind":{"const":"x"}},
              "additionalProperties":false},
            {"type":"object","additionalProperties":{"type":"boolean"}}]},
          "lists":{"anyOf":[{"type":"array","items":{"type":"integer"}},{"type":"array","items":{"type":"string"}}]},
          "file":{"type":"object","required":["name","mimetype","s3key"],
            "properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}},
          "owner":{"type":"object","required":["login"],"properties":{"login":{"type":"string"},"lock":{"type":"boolean"}}}}}
        """;

    private const string Required = "\"event\":\"push\",\"at\":\"2026-11-28T04:05:06Z\"";

    public static TheoryData<string> Values => new(
        "{}",
        """{"event":"pull request"}""",
        """{"event":"new 'kind' \"of\" \\ event\n\u0000\u2028\u202e\ufeff é 😀"}""",
        """{"at":"2026-11-28T04:05:06.1234567-05:30"}""",
        """{"day":"2026-02-28","id":"3f0c5c1e-6a0b-4e53-9c57-0f6a4f7b1a2c","bytes":"AQID"}""",
        """{"size":-9223372036854775808}""",
        """{"size":4000000000,"ratio":4000000000}""",
        """{"ratio":1e20}""",
        """{"ratio":-0.5}""",
        """{"note":null,"tags":null,"level":null}""",
        """{"note":"n","tags":["b"],"level":"low"}""",
        """{"any":"text","list":["a",1,1.50,true,null,{"a":""},["",{}]]}""",
        """{"any":7}""",
        """{"any":{"\"\"\"":"\"\"\" \u0085 \u2028 <&>'"}}""",
        """{"cells":[["Artist",42,1.5],[null,true],[]]}""",
        """{"counts":{"a\"b":[1],"":[]}}""",
        """{"target":"t"}""",
        """{"target":[1,2]}""",
        """{"target":{"class":"c","kind":"x"}}""",
        """{"target":{"a":true}}""",
        """{"lists":[1]}""",
        """{"lists":["a"]}""",
        """{"file":{"name":"a","mimetype":"b/c","s3key":"k"}}""",
        """{"owner":{"login":"me","lock":false}}""",
        """{"more":1.5}""",

        // These are sent by slug and JSON.
        """{"event":7}""",
        """{"size":1.5,"ratio":"x"}""",
        """{"ratio":123456789012345678901234567890.5}""",
        """{"owner":{"lock":false}}""",
        """{"file":{"name":"a"}}""",
        """{"more":"text"}""");

    public static TheoryData<string> RealFiles => RealCatalogTests.Files;

    [Theory]
    [InlineData(SampleProperties.All)]
    [InlineData(SampleProperties.Required)]
    public Task Calls_of_the_quick_start_are_sent_as_given(SampleProperties properties) =>
        ShouldSendSamples(TestData.QuickStartCatalog, properties);

    [Theory]
    [MemberData(nameof(RealFiles))]
    public Task Calls_of_a_real_catalog_are_sent_as_given(string file) =>
        ShouldSendSamples(TestData.RequireExternal("catalogs", file), SampleProperties.All);

    [Fact]
    public async Task Every_type_of_parameter_is_sent_as_given()
    {
        var catalog = Catalog.Of(Catalog.Action("GITHUB_TYPES", Types));
        var calls = Values.Select(row => ("GITHUB_TYPES", JsonElement.Parse("{" + Merge(row.Data) + "}"))).ToList();

        var (texts, sent) = await SendAsync(catalog, calls);

        for (var at = 0; at < calls.Count; at++)
            SameJson.Are(sent[at], calls[at].Item2).ShouldBeTrue($"{texts[at]}\nsent {sent[at]}\nfor {calls[at].Item2}");
        texts.Count(text => text.StartsWith("//", StringComparison.Ordinal)).ShouldBe(6, string.Join('\n', texts));
    }

    [Fact]
    public void A_call_is_written_as_a_programmer_would_write_it() => Source(File.ReadAllText(TestData.QuickStartCatalog))
        .Of(
            "GOOGLESHEETS_BATCH_UPDATE",
            JsonElement.Parse("""{"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",42],[null,true]]}"""))
        .ShouldBe(
            """
            var result = await recoup.ExecuteAsync(GoogleSheets.BatchUpdate(
                spreadsheetId: "1AbC",
                sheetName: "Streams",
                values: [["Artist", "Plays"], ["Ada", 42], [null, true]]));
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_names_file_beside_the_catalog_counts()
    {
        using var folder = new TempFolder();
        var path = folder["recoup.catalog.json"];
        File.WriteAllText(
            path, Catalog.Of(Catalog.Action("GITHUB_TYPES", """{"type":"object","properties":{"q":{"type":"string"}}}""")));
        File.WriteAllText(
            folder["recoup.names.json"],
            """{"connectors":{"github":"Forge"},"actions":{"GITHUB_TYPES":{"method":"Kinds","parameters":{"q":"words"}}}}""");

        new CallSource(ContractDocument.Load(path)).Of("GITHUB_TYPES", JsonElement.Parse("""{"q":"a"}"""))
            .ShouldBe("var result = await recoup.ExecuteAsync(Forge.Kinds(words: \"a\"));");
    }

    [Fact]
    public void What_has_no_text_is_not_written()
    {
        var source = Source(Catalog.Of(Catalog.Action("GITHUB_TYPES", """{"type":"object","properties":{"q":{"type":"string"}}}""")));

        source.Of("GITHUB_OTHERS", JsonElement.Parse("{}")).ShouldBeNull();
        source.Of("GITHUB_TYPES", JsonElement.Parse("""{"q":"\ud800"}""")).ShouldBeNull();
    }

    [Fact]
    public void Branches_that_never_fit_end_the_search()
    {
        // Each level has two branches that differ at the deepest one only.
        const string Schema =
            """{"type":"object","properties":{"n":{"$ref":"#/$defs/N"}},"$defs":{"N":{"anyOf":["""
            + """{"type":"object","title":"A","required":["n"],"properties":{"n":{"$ref":"#/$defs/N"}}},"""
            + """{"type":"object","title":"B","required":["n"],"properties":{"n":{"$ref":"#/$defs/N"},"b":{"type":"string"}}}]}}}""";
        var nested = string.Concat(Enumerable.Repeat("{\"n\":", 40)) + "1" + new string('}', 40);

        Source(Catalog.Of(Catalog.Action("GITHUB_TYPES", Schema))).Of("GITHUB_TYPES", JsonElement.Parse(nested))!
            .ShouldStartWith("// The generated method cannot send these parameters.");
    }

    private static CallSource Source(string catalog) =>
        new(ContractDocument.Read(Encoding.UTF8.GetBytes(catalog), "recoup.catalog.json"));

    // A row overrides the required members.
    private static string Merge(string row)
    {
        var members = row[1..^1];
        var required = Required.Split(',').Where(member => !row.Contains(member.Split(':')[0], StringComparison.Ordinal));
        return string.Join(',', required.Append(members).Where(text => text.Length > 0));
    }

    private static async Task ShouldSendSamples(string file, SampleProperties properties)
    {
        var json = File.ReadAllText(file);
        var catalog = RecoupCatalog.Parse(json);
        var expected = new GeneratedCalls(CatalogPrograms.Of(file, checks: true), catalog);
        var calls = catalog.Actions
            .Select(action => (action.Slug, JsonSchema.Parse(action.Parameters, new JsonSchemaOptions { HonorNullable = true })
                .CreateSample(new SampleOptions { Seed = 1, Properties = properties })!.Value))
            .ToList();

        var (texts, sent) = await SendAsync(json, calls);

        for (var at = 0; at < calls.Count; at++)
        {
            texts[at].ShouldNotStartWith("//");
            SameJson.Are(sent[at], expected.Call(calls[at].Slug, calls[at].Value).Expected)
                .ShouldBeTrue($"{texts[at]}\nsent {sent[at]}\nfor {calls[at].Value}");
        }
    }

    /// <summary>Compiles the calls into one program, and executes them.</summary>
    private static async Task<(List<string> Texts, List<JsonElement> Sent)> SendAsync(
        string catalog, IReadOnlyList<(string Slug, JsonElement Parameters)> calls)
    {
        var source = Source(catalog);
        var texts = calls.Select(call => source.Of(call.Slug, call.Parameters).ShouldNotBeNull(call.Slug)).ToList();
        var code = new StringBuilder(
            """
            #pragma warning disable RCPEXP01, CS0612, CS0618
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using System.Threading.Tasks;
            using Recoup.Actions;
            using Recoup.Typed;
            public static class Probe
            {

            """);
        for (var at = 0; at < texts.Count; at++)
            code.Append(CultureInfo.InvariantCulture, $"    public static async Task Call{at}(RecoupClient recoup)\n{{\n{texts[at]}\n}}\n");
        var program = Program.Load(Generation.Run(catalog, code.Append('}').ToString(), new GenerationOptions { Checks = false }));

        var sent = new List<JsonElement>();
        using var handler = new Recording(sent);
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://localhost/") };
        using var recoup = new RecoupClient(http, new RecoupClientOptions { ApiKey = "key-of-the-test" });
        var probe = program.Assembly.GetType("Probe")!;
        for (var at = 0; at < texts.Count; at++)
            await Should.ThrowAsync<RecoupException>((Task)probe.GetMethod($"Call{at}")!.Invoke(null, [recoup])!);
        return (texts, sent);
    }

    private sealed class Recording(List<JsonElement> sent) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            sent.Add(JsonElement.Parse(body).GetProperty("parameters"));
            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }
    }
}
