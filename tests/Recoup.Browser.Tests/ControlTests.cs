using System.Net;
using Microsoft.Playwright;

namespace Recoup.Browser.Tests;

/// <summary>What a person changes on the page is changed in the emulator, and the reverse.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task A_switch_changes_the_behavior()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/behavior");
        var page = opened.Page;
        await page.GetByRole(AriaRole.Switch, new() { Name = "D3 " }).CheckAsync();
        await opened.GoAsync("#/actions/LINKEDIN_CREATE_POLL");
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^404");

        await opened.GoAsync("#/behavior");
        await page.GetByRole(AriaRole.Button, new() { Name = "As deployed" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Switch, new() { Name = "D1 ", Exact = false }).First).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_upstream_and_the_clock_are_controlled()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/behavior");
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it down" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it up" }).WaitForAsync();
        opened.Emulator.IsUpstreamDown.ShouldBeTrue();

        var before = opened.Emulator.Clock.GetUtcNow();
        await page.GetByLabel("Seconds").FillAsync("90");
        await page.GetByRole(AriaRole.Button, new() { Name = "Advance" }).ClickAsync();
        await page.GetByText("The clock was advanced.").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (opened.Emulator.Clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_state_is_saved_loaded_and_reset()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/behavior");
        var page = opened.Page;
        opened.Emulator.Connect("linkedin");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save to a file" });
        var download = await page.RunAndWaitForDownloadAsync(() => save.ClickAsync());
        var file = await download.PathAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await page.GetByText("The emulator was reset.").Last.WaitForAsync();
        (await EmulatorPage.CallAsync(opened.Emulator, "LINKEDIN_CREATE_POLL")).ShouldBe(HttpStatusCode.Conflict);

        await page.GetByLabel("Load from a file").SetInputFilesAsync(file);
        await page.GetByText("was loaded.").First.WaitForAsync();

        (await EmulatorPage.CallAsync(opened.Emulator, "LINKEDIN_CREATE_POLL")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Accounts_and_connections_are_controlled()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/connections");
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect linkedin" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect linkedin" }).WaitForAsync();
        (await EmulatorPage.CallAsync(opened.Emulator, "LINKEDIN_CREATE_POLL")).ShouldBe(HttpStatusCode.BadRequest);
        await page.GetByLabel("State of linkedin", new() { Exact = true }).SelectOptionAsync("expired");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect linkedin" }).WaitForAsync();
        (await EmulatorPage.CallAsync(opened.Emulator, "LINKEDIN_CREATE_POLL")).ShouldBe(HttpStatusCode.Conflict);

        await page.GetByRole(AriaRole.Button, new() { Name = "Add account" }).ClickAsync();
        var added = page.GetByRole(AriaRole.Button, new() { Name = "Select account" });
        await added.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect googlesheets" }).WaitForAsync();
        await opened.GoAsync("#/actions/TIKTOK_GET_USER_INFO");
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^409");
    }

    [Fact]
    public async Task A_stub_is_removed()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/stubs", prepare: emulator =>
        {
            emulator.On("TIKTOK_GET_USER_INFO").FailsUpstream("quota exceeded");
            return Task.CompletedTask;
        });
        var page = opened.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove stub 1" }).ClickAsync();
        await page.GetByText("No stubs.").WaitForAsync();

        await opened.GoAsync("#/actions/TIKTOK_GET_USER_INFO");
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");
    }

    [Fact]
    public async Task A_near_miss_is_explained_condition_by_condition()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/actions/YOUTUBE_SEARCH_VIDEOS", prepare: emulator =>
        {
            emulator.On("YOUTUBE_SEARCH_VIDEOS").For(emulator.AddAccount()).Returns(new { items = 4 });
            return Task.CompletedTask;
        });
        var page = opened.Page;
        await page.GetByLabel("q", new() { Exact = true }).FillAsync("live");
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");

        await opened.GoAsync("#/journal/1");

        var miss = page.Locator(".near-miss");
        await miss.GetByText("Stub #1 is the nearest of 1.").WaitForAsync();
        await miss.GetByText("fails", new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open in form" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("q", new() { Exact = true })).ToHaveValueAsync("live");
    }

    [Fact]
    public async Task A_page_shows_what_happens_elsewhere()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/journal");
        var page = opened.Page;

        await EmulatorPage.CallAsync(opened.Emulator, "LINKEDIN_CREATE_POLL");

        await page.GetByRole(AriaRole.Row, new() { Name = "LINKEDIN_CREATE_POLL" }).WaitForAsync();
        await page.GetByLabel("Executed", new() { Exact = true }).SelectOptionAsync("Executed");
        await page.GetByText("0 of 1 exchanges").WaitForAsync();
    }
}
