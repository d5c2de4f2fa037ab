using Microsoft.Playwright;

namespace Recoup.Browser.Tests;

/// <summary>The page without a pointer.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task The_keyboard_alone_finds_fills_and_executes_an_action()
    {
        await using var opened = await EmulatorPage.OpenAsync();
        var page = opened.Page;

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var search = page.GetByRole(AriaRole.Combobox, new() { Name = "Search actions" });
        await Assertions.Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("schedule video");
        await page.Locator(".count").GetByText("1 action", new() { Exact = true }).WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(search).ToHaveAttributeAsync("aria-activedescendant", new System.Text.RegularExpressions.Regex("^row-"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await TabToAsync(page, "videoId");
        await page.Keyboard.TypeAsync("dQw4w9WgXcQ");
        await TabToAsync(page, "publishAt");
        await page.Keyboard.TypeAsync("2026-12-01T10:00:00Z");
        await page.Keyboard.PressAsync("Control+Enter");

        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");
        opened.Emulator.Journal.Single("YOUTUBE_SCHEDULE_VIDEO").Parameters.GetProperty("videoId").GetString().ShouldBe("dQw4w9WgXcQ");
    }

    [Fact]
    public async Task The_keyboard_alone_walks_through_the_journal()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/actions/TIKTOK_GET_USER_INFO");
        var page = opened.Page;
        for (var call = 0; call < 3; call++)
        {
            await opened.ExecuteAsync();
            await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");
        }

        await opened.GoAsync("#/journal");
        await page.GetByRole(AriaRole.Grid, new() { Name = "Exchanges" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Exchange 2" })).ToBeFocusedAsync();
        page.Url.ShouldEndWith("#/journal/2");
    }

    [Fact]
    public async Task A_question_gives_the_focus_back()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/behavior");
        var reset = opened.Page.GetByRole(AriaRole.Button, new() { Name = "Reset" });
        await reset.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.GetByRole(AriaRole.Dialog, new() { Name = "Reset the emulator?" }).WaitForAsync();

        await opened.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(reset).ToBeFocusedAsync();
    }

    private static async Task TabToAsync(IPage page, string label)
    {
        for (var stops = 0; stops < 100; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.GetByLabel(label, new() { Exact = true }).EvaluateAsync<bool>("field => field === document.activeElement"))
                return;
        }

        Assert.Fail($"Tab does not reach {label}.");
    }
}
