using Microsoft.Playwright;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Tests.Driving;

namespace Recoup.Browser.Tests;

/// <summary>What the page creates does not grow with what the emulator has.</summary>
public sealed class ScaleTests
{
    private const int MostElements = 1000;

    private static readonly RecoupCatalog Large = RecoupCatalog.Parse(Catalog.Of(
        [.. Enumerable.Range(0, 1000).Select(index => Catalog.Action($"ACME_ACTION_{index}"))]));

    [Fact]
    public async Task A_thousand_actions_are_few_elements()
    {
        await using var opened = await EmulatorPage.OpenAsync(Large);
        var page = opened.Page;
        await page.GetByText("1000 actions").WaitForAsync();
        (await CountElementsAsync(page)).ShouldBeLessThan(MostElements);

        await page.GetByRole(AriaRole.Listbox, new() { Name = "Actions" }).FocusAsync();
        await page.Keyboard.PressAsync("End");

        await page.GetByRole(AriaRole.Option, new() { Name = "ACME_ACTION_999" }).WaitForAsync();
        (await CountElementsAsync(page)).ShouldBeLessThan(MostElements);
    }

    [Fact]
    public async Task Ten_thousand_exchanges_are_few_elements_and_stay_live()
    {
        await using var opened = await EmulatorPage.OpenAsync(Large, "#/journal", prepare: emulator => CallAsync(emulator, 10_000));
        var page = opened.Page;
        await page.GetByText("10000 exchanges").WaitForAsync();
        (await CountElementsAsync(page)).ShouldBeLessThan(MostElements);

        await CallAsync(opened.Emulator, 1);
        await page.GetByRole(AriaRole.Gridcell, new() { Name = "10001", Exact = true }).WaitForAsync();

        await page.GetByRole(AriaRole.Grid, new() { Name = "Exchanges" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.GetByRole(AriaRole.Gridcell, new() { Name = "2", Exact = true }).WaitForAsync();
        (await CountElementsAsync(page)).ShouldBeLessThan(MostElements);

        await page.GetByLabel("Filter the journal").FillAsync("ACTION_77");
        await page.GetByText("of 10000 exchanges").WaitForAsync();
        (await CountElementsAsync(page)).ShouldBeLessThan(MostElements);
    }

    [Fact]
    public async Task A_row_that_is_read_stays_where_it_is_while_exchanges_arrive()
    {
        await using var opened = await EmulatorPage.OpenAsync(Large, "#/journal", prepare: emulator => CallAsync(emulator, 500));
        var page = opened.Page;
        await page.GetByText("500 exchanges").WaitForAsync();
        var grid = page.GetByRole(AriaRole.Grid, new() { Name = "Exchanges" });
        await grid.EvaluateAsync("grid => { grid.scrollTop = 3000; }");
        var row = page.GetByRole(AriaRole.Gridcell, new() { Name = "400", Exact = true });
        await row.WaitForAsync();
        var before = await row.BoundingBoxAsync();

        await CallAsync(opened.Emulator, 25);
        await page.GetByText("525 exchanges").WaitForAsync();

        (await row.BoundingBoxAsync())!.Y.ShouldBe(before!.Y, 0.5);
    }

    [Fact]
    public async Task A_schema_of_thousands_of_members_opens_in_parts()
    {
        var properties = string.Join(',', Enumerable.Range(0, 3000).Select(index => $$"""
            "p{{index}}":{"type":"string"}
            """));
        await using var opened = await EmulatorPage.OpenAsync(
            RecoupCatalog.Parse(Catalog.Of(Catalog.Acme("MANY", "{" + properties + "}"))), "#/actions/ACME_MANY");
        var page = opened.Page;

        await page.GetByText("Show more parameters (2960)").ClickAsync();

        await Assertions.Expect(page.GetByLabel("p40", new() { Exact = true })).ToBeFocusedAsync();
        (await CountElementsAsync(page)).ShouldBeLessThan(2 * MostElements);
    }

    [Fact]
    public void The_page_is_small()
    {
        var folder = Path.Combine(TestData.Repository, "src", "Recoup.Emulator", "Control", "Page");
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        files.Sum(file => new FileInfo(file).Length).ShouldBeLessThan(150_000);
        files.Where(file => file.EndsWith(".js", StringComparison.Ordinal) && File.ReadLines(file).Count() > 300).ShouldBeEmpty();
    }

    /// <summary>Without a hint, the browser finds a module only after it has read those that import it.</summary>
    [Fact]
    public void The_page_names_all_modules()
    {
        var folder = Path.Combine(TestData.Repository, "src", "Recoup.Emulator", "Control", "Page");
        var page = File.ReadAllText(Path.Combine(folder, "index.html"));

        Directory.GetFiles(folder, "*.js").Where(file => !page.Contains($"=\"{Path.GetFileName(file)}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static Task<int> CountElementsAsync(IPage page) => page.EvaluateAsync<int>("document.querySelectorAll('*').length");

    private static async Task CallAsync(RecoupEmulator emulator, int count)
    {
        using var client = emulator.CreateClient();
        using var none = System.Text.Json.JsonDocument.Parse("{}");
        for (var index = 0; index < count; index++)
        {
            await client.ExecuteAsync(
                $"ACME_ACTION_{index % 1000}", none.RootElement, cancellationToken: TestContext.Current.CancellationToken);
        }
    }
}
