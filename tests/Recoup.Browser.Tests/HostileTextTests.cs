using System.Text.Json;
using Microsoft.Playwright;
using Recoup.Catalogs;

namespace Recoup.Browser.Tests;

/// <summary>Text of a catalog or of a service is shown as text, whatever it is.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts { get; } = new(
        "<script>document.title = 'hacked'</script>",
        "\"><img src=x onerror=\"document.title='hacked'\">",
        "<style>body { display: none }</style><base href='https://evil.test/'>",
        "javascript:document.title='hacked'//https://evil.test/",
        "\u202Egnp.exe\u2066\u200F\u05D0\u0000\uFFFE",
        "</code></pre></textarea></select><iframe srcdoc='x'>",
        "__proto__",
        new string('W', 4000));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Text_of_a_catalog_is_text(string text)
    {
        await using var opened = await EmulatorPage.OpenAsync(CatalogWith(text), width: 360, prepare: emulator =>
        {
            emulator.On("ACME_DO").Returns(new Dictionary<string, object> { [text] = text });
            return Task.CompletedTask;
        });
        var page = opened.Page;
        await page.GetByRole(AriaRole.Listbox, new() { Name = "Actions" }).GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute", Exact = true }).WaitForAsync();
        (await opened.Action.InnerTextAsync()).ShouldContain(Shown(text));
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^(2|4)..");
        await ShouldBeUntouchedAsync(page);
        await opened.GoAsync("#/journal");
        await page.GetByRole(AriaRole.Gridcell).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Exchange 1" }).WaitForAsync();
        await ShouldBeUntouchedAsync(page);
        foreach (var view in (string[])["#/connections", "#/stubs"])
        {
            await opened.GoAsync(view);
            await ShouldBeUntouchedAsync(page);
        }
    }

    [Fact]
    public async Task A_schema_that_refers_to_itself_ends()
    {
        const string Loops = """
            {"success":true,"actions":[{"slug":"ACME_LOOP","name":"Loop","description":"","connectorSlug":"acme","isConnected":true,
            "parameters":{"type":"object","properties":{
              "self":{"$ref":"#"},"chain":{"$ref":"#/properties/chain"},"only":{"anyOf":[{"$ref":"#/properties/only"}]},
              "two":{"anyOf":[{"$ref":"#/properties/two"},{"$ref":"#/properties/two"}]},"all":{"allOf":[{"$ref":"#/properties/all"}]},
              "list":{"type":"array","items":{"$ref":"#/properties/list"}},"missing":{"$ref":"#/$defs/none"},
              "odd":{"type":"dict","properties":7,"required":true,"enum":"x","anyOf":"y","items":[1],"examples":"z","title":5},
              "never":false,"any":true},"required":["self","two","list"]}}]}
            """;
        await using var opened = await EmulatorPage.OpenAsync(RecoupCatalog.Parse(Loops), "#/actions/ACME_LOOP");

        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "Execute", Exact = true }).WaitForAsync();

        JsonDocument.Parse(await opened.ReadParametersAsync()).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    private static async Task ShouldBeUntouchedAsync(IPage page)
    {
        (await page.TitleAsync()).ShouldNotBe("hacked");
        (await page.Locator("main script, main img, main style, main iframe, main base, main a[href^='http'], main a[href^='javascript']")
            .CountAsync()).ShouldBe(0);
        var sizes = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        sizes[0].ShouldBe(sizes[1]);
    }

    // A browser writes control characters and white space in its own way.
    private static string Shown(string text) => text.Split('\u0000')[0].Split('\u202E')[^1];

    private static RecoupCatalog CatalogWith(string text) => RecoupCatalog.Parse(JsonSerializer.Serialize(new
    {
        success = true,
        actions = new[]
        {
            new
            {
                slug = "ACME_DO",
                name = text,
                description = text,
                connectorSlug = "acme",
                isConnected = true,
                parameters = new Dictionary<string, object>
                {
                    ["type"] = "object",
                    ["properties"] = new Dictionary<string, object>
                    {
                        [text] = new { type = "string", description = text, @default = text, examples = new[] { text }, pattern = text },
                        ["choice"] = new { @enum = new[] { text, "b" }, title = text },
                        ["union"] = new
                        {
                            anyOf = new object[]
                            {
                                new { type = "object", title = text, properties = new Dictionary<string, object> { [text] = new { } } },
                                new { type = "array", title = text + "2" },
                            },
                        },
                    },
                    ["required"] = new[] { text, "union" },
                },
            },
        },
    }));
}
