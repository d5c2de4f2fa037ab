using System.Text.Json;
using Microsoft.Playwright;
using Recoup.Catalogs;
using Recoup.Schemas;
using Recoup.Tests.Driving;

namespace Recoup.Browser.Tests;

/// <summary>What the form of a schema sends.</summary>
public sealed class FormTests
{
    /// <summary>The schemas of the members, what is done with the form, and the parameters as JSON.</summary>
    private static readonly (string Properties, string Steps, string Expected)[] Rows =
    [
        ("""{"a":{"type":"string"}}""", "fill a=x", """{"a":"x"}"""),
        ("""{"a":{"type":"string"}}""", "", "{}"),
        ("""{"a":{"type":"string"}}""", "press Send empty for a", """{"a":""}"""),
        ("""{"a":{"type":["string","null"]}}""", "press Send null for a", """{"a":null}"""),
        ("""{"a":{"type":"integer"}}""", "fill a=9007199254740993", """{"a":9007199254740993}"""),
        ("""{"a":{"type":"number"}}""", "fill a=1.50", """{"a":1.50}"""),
        ("""{"a":{"type":"integer"}}""", "fill a=many", """{"a":"many"}"""),
        ("""{"a":{"type":"boolean"}}""", "select a=false", """{"a":false}"""),
        ("""{"a":{"type":"boolean","nullable":true}}""", "select a=null", """{"a":null}"""),
        ("""{"a":{"enum":["x",1,null]}}""", "select a=1", """{"a":1}"""),
        ("""{"a":{"const":"fixed"}}""", "", """{}"""),
        ("""{"a":{"const":"fixed"}}""", "select a=fixed", """{"a":"fixed"}"""),
        ("""{"a":{"type":"string","default":"d"}}""", "press Default d", """{"a":"d"}"""),
        ("""{"a":{"type":"string","examples":["e"]}}""", "press Example e", """{"a":"e"}"""),
        ("""{"a":{"type":"array","items":{"type":"integer"},"examples":[[1,2]]}}""", "press Example [1,2]", """{"a":[1,2]}"""),
        ("""{"a":{"type":"array","items":{"type":"string"}}}""", "press Add a; press Add item to a; fill a[0]=x", """{"a":["x"]}"""),
        (
            """{"a":{"type":"array","items":{"type":"string"}}}""",
            "press Add a; press Add item to a; press Add item to a; fill a[1]=y; press Remove a[0]",
            """{"a":["y"]}"""
        ),
        ("""{"a":{"type":"array","items":{"type":"string"}}}""", "press Add a; press Clear a", "{}"),
        (
            """{"a":{"type":"array","items":{"type":["string","number","null"]}}}""",
            "press Add a; press Add item to a; fill a[0]=4.5; press Add item to a; select Type of a[1]=null",
            """{"a":[4.5,null]}"""
        ),
        (
            """{"a":{"type":"object","properties":{"b":{"type":"string"}},"required":["b"]}}""",
            "press Add a; fill b=x",
            """{"a":{"b":"x"}}"""
        ),
        ("""{"a":{"type":"object","nullable":true,"properties":{"b":{}}}}""", "press Send null for a", """{"a":null}"""),
        (
            """{"a":{"type":"object","additionalProperties":{"type":"integer"}}}""",
            "press Add a; press Add member to a; fill Name of a member 1=k; fill a member 1=7",
            """{"a":{"k":7}}"""
        ),
        (
            """{"a":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"integer"}}]}}""",
            "press Add a; select Kind of a=integer[]; press Add item to a; fill a[0]=3",
            """{"a":[3]}"""
        ),
        (
            """
            {"a":{"oneOf":[
              {"type":"object","title":"Circle","properties":{"r":{"type":"number"}}},
              {"type":"object","title":"Square","properties":{"w":{"type":"number"}}}]}}
            """,
            "press Add a; select Kind of a=Square; fill w=2",
            """{"a":{"w":2}}"""
        ),
        ("""{"a":{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}]}}""",
            "press Add a; press Add item to a; press Add item to a; fill a[0]=x; fill a[1]=1", """{"a":["x",1]}"""),
        ("""{"a":{}}""", """fill a={"any":[1]}""", """{"a":{"any":[1]}}"""),
        ("""{"a":{"not":{"type":"string"}}}""", "fill a=[1]", """{"a":[1]}"""),
        (
            """{"a":{"$ref":"#/properties/b"},"b":{"type":"object","properties":{"a":{"$ref":"#/properties/b"}}}}""",
            "press Add a; press Add a",
            """{"a":{"a":{}}}"""
        ),
        (
            """{"a":{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}}}""",
            """press Add a; press Edit a as JSON; fill a as JSON={"name":"n","mimetype":"m/t","s3key":"k"}""",
            """{"a":{"name":"n","mimetype":"m/t","s3key":"k"}}"""
        ),
    ];

    /// <summary>One page shows all forms, because to open a page takes longer than to fill a form.</summary>
    [Fact]
    public async Task A_form_sends_what_is_entered()
    {
        var actions = Rows.Select((row, index) => Catalog.Acme($"DO_{index}", row.Properties));
        await using var opened = await EmulatorPage.OpenAsync(RecoupCatalog.Parse(Catalog.Of([.. actions])));
        var wrong = new List<string>();
        foreach (var (index, row) in Rows.Index())
        {
            await opened.GoAsync($"#/actions/ACME_DO_{index}");
            await opened.Action.GetByRole(AriaRole.Heading, new() { Name = $"ACME_DO_{index}", Exact = true }).WaitForAsync();
            var written = await EnterAsync(opened, row.Steps);
            if (JsonSerializer.Serialize(JsonDocument.Parse(written)) != JsonSerializer.Serialize(JsonDocument.Parse(row.Expected)))
                wrong.Add($"{row.Properties}, {row.Steps}: expected {row.Expected}, got {written}");
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Takes steps on a page, and returns the parameters, or why a step cannot be taken.</summary>
    private static async Task<string> EnterAsync(EmulatorPage opened, string steps)
    {
        try
        {
            await TakeAsync(opened.Page, steps);
            return await opened.ReadParametersAsync();
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            return JsonSerializer.Serialize(exception.Message);
        }
    }

    private static async Task TakeAsync(IPage page, string steps)
    {
        foreach (var step in steps.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (verb, rest) = (step.Split(' ')[0], step[(step.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            var (label, value) = rest.Split('=', 2) is [var left, var right] ? (left, right) : (rest, "");
            if (verb == "press")
                await page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
            else if (verb == "select")
                await page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(value);
            else
                await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }
    }

    [Fact]
    public async Task A_file_is_staged()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/actions/GMAIL_SEND_EMAIL");
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Add attachment" }).ClickAsync();
        await page.GetByLabel("File name").FillAsync("song.mp3");
        await page.GetByLabel("Media type").FillAsync("audio/mpeg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stage file for attachment" }).ClickAsync();
        await page.GetByText("song.mp3 · audio/mpeg").WaitForAsync();

        using var parameters = JsonDocument.Parse(await opened.ReadParametersAsync());

        parameters.RootElement.GetProperty("attachment").GetProperty("name").GetString().ShouldBe("song.mp3");
        parameters.RootElement.GetProperty("attachment").GetProperty("s3key").GetString().ShouldNotBeNullOrEmpty();
    }

    /// <summary>Samples of real schemas come out of the form as they went in.</summary>
    [Fact]
    public async Task A_form_keeps_all_parameters_that_it_shows()
    {
        var folder = Path.Combine(TestData.Repository, "tests", "Recoup.Generators.Tests", "Snapshots");
        var catalogs = Directory.GetFiles(folder, "types-*.catalog.json").Append(TestData.QuickStartCatalog)
            .Select(RecoupCatalog.Load);
        var samples = catalogs.SelectMany(catalog => catalog.Actions)
            .DistinctBy(action => action.Slug)
            .SelectMany(action => Enumerable.Range(0, 3).Select(seed => (Action: action, Sample: Sample(action, seed))))
            .Where(pair => pair.Sample is { ValueKind: JsonValueKind.Object })
            .ToList();
        samples.Count.ShouldBeGreaterThan(100);
        await using var opened = await EmulatorPage.OpenAsync();

        var lost = new List<string>();
        foreach (var (action, sample) in samples)
        {
            var written = await opened.Page.EvaluateAsync<string?>(
                """
                async ([schema, parameters]) => {
                  const { SchemaForm } = await import('/_recoup/schema-form.js');
                  const { parseJson } = await import('/_recoup/json.js');
                  const form = new SchemaForm(JSON.parse(schema), () => {});
                  return form.hasForm && form.showAs('form', parseJson(parameters)) ? JSON.stringify(form.value) : null;
                }
                """,
                new[] { action.Parameters.GetRawText(), sample!.Value.GetRawText() });
            if (written is null || !SameJson.Are(JsonDocument.Parse(written).RootElement, sample.Value))
                lost.Add($"{action.Slug}: {sample} became {written ?? "text"}");
        }

        lost.ShouldBeEmpty();
    }

    private static JsonElement? Sample(CatalogAction action, int seed) =>
        JsonSchema.TryParse(action.Parameters, new JsonSchemaOptions { HonorNullable = true }, out var schema, out _)
            ? schema.CreateSample(seed)
            : null;
}
