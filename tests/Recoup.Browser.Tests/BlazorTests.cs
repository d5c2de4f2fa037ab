using Microsoft.Playwright;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Browser.Tests;

/// <summary>The client in a browser: the Blazor sample, with the emulator on a port.</summary>
public sealed class BlazorTests
{
    [Fact]
    public async Task A_page_lists_the_actions_and_executes_one()
    {
        await using var profile = await Chromium.NewProfileAsync();
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(TestData.QuickStartCatalog), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        emulator.On("GOOGLESHEETS_BATCH_UPDATE").Returns(new { updatedCells = 2 });
        var api = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var site = await BlazorSite.StartAsync(api, emulator.DefaultAccount.ApiKey);

        var page = await profile.NewPageAsync();
        await page.GotoAsync(site.Address.AbsoluteUri);
        await page.WaitForSelectorAsync("#actions", new PageWaitForSelectorOptions { Timeout = 120_000 });
        (await page.InnerTextAsync("#actions")).ShouldContain("GOOGLESHEETS_BATCH_UPDATE");
        await page.ClickAsync("#write");
        await page.WaitForFunctionAsync("document.querySelector('#result').textContent !== ''");

        (await page.InnerTextAsync("#result")).ShouldBe("""Written: {"updatedCells":2}""");
        emulator.Journal.ShouldHaveExecuted("GOOGLESHEETS_BATCH_UPDATE");
    }

    [Fact]
    public async Task A_page_shows_why_the_API_rejects_a_request()
    {
        await using var profile = await Chromium.NewProfileAsync();
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(TestData.QuickStartCatalog), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        var api = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var site = await BlazorSite.StartAsync(api, "recoup_sk_wrong");

        var page = await profile.NewPageAsync();
        await page.GotoAsync(site.Address.AbsoluteUri);
        await page.WaitForFunctionAsync(
            "document.querySelector('#app p')?.textContent.includes('401')", null, new PageWaitForFunctionOptions { Timeout = 120_000 });

        (await page.InnerTextAsync("#app")).ShouldNotContain("recoup_sk_wrong");
    }
}
