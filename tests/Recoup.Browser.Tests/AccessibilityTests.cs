using Microsoft.Playwright;
using Recoup.Emulator;

namespace Recoup.Browser.Tests;

/// <summary>Each view has no barrier that axe finds, and a picture to look at; light and dark, wide and on a phone.</summary>
public sealed class AccessibilityTests
{
    /// <summary>The rules of axe whose result depends on colors.</summary>
    private static readonly string[] RulesOfColors = ["color-contrast", "link-in-text-block"];

    [Theory]
    [InlineData("form")]
    [InlineData("answer")]
    [InlineData("journal")]
    [InlineData("connections")]
    [InlineData("behavior")]
    [InlineData("stubs")]
    [InlineData("actions")]
    public async Task A_view_is_accessible_and_fits_its_window(string view)
    {
        await using var opened = await EmulatorPage.OpenAsync(view: AddressOf(view), prepare: PrepareAsync);
        await ShowAsync(opened, view);
        foreach (var width in (int[])[1360, 360])
        {
            foreach (var isDark in (bool[])[false, true])
            {
                await opened.LookAsync(width, isDark);
                var sizes = await opened.Page.EvaluateAsync<int[]>(
                    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
                sizes[0].ShouldBe(sizes[1], $"{width} pixels");
                await opened.SaveScreenshotAsync($"{view}-{(isDark ? "dark" : "light")}-{width}");
                await opened.ShouldBeAccessibleAsync(isDark ? RulesOfColors : []);
            }
        }
    }

    private static string AddressOf(string view) => view switch
    {
        "form" => "#/actions/GITHUB_CREATE_ISSUE",
        "answer" => "#/actions/GOOGLESHEETS_BATCH_UPDATE",
        "journal" => "#/journal/3",
        _ => "#/" + view,
    };

    private static async Task ShowAsync(EmulatorPage opened, string view)
    {
        var page = opened.Page;
        switch (view)
        {
            case "form":
                await page.GetByLabel("owner", new() { Exact = true }).FillAsync("octocat");
                await page.GetByRole(AriaRole.Button, new() { Name = "Add labels" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Add item to labels" }).ClickAsync();
                await page.GetByLabel("Kind of labels[0]").SelectOptionAsync("object with name");
                await Assertions.Expect(page.Locator("#validity")).ToHaveClassAsync("quiet invalid");
                break;
            case "answer":
                await page.GetByTitle("[[\"Artist\",\"Plays\"],[\"Ada\",42]]").ClickAsync();
                await opened.ExecuteAsync();
                await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^400");
                break;
            case "journal":
                await page.GetByText("Why no stub answered").WaitForAsync();
                break;
            case "connections":
                await page.GetByRole(AriaRole.Button, new() { Name = "Connect linkedin" }).WaitForAsync();
                break;
            case "behavior":
                await page.GetByText("D28", new() { Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
                break;
            case "stubs":
                await page.GetByText("used up", new() { Exact = true }).WaitForAsync();
                break;
            default:
                await page.GetByText("41 actions").WaitForAsync();
                break;
        }
    }

    /// <summary>Fills the journal with one of each kind of exchange, and adds stubs and accounts.</summary>
    private static async Task PrepareAsync(RecoupEmulator emulator)
    {
        emulator.AddAccount();
        emulator.On("TIKTOK_GET_USER_INFO").FailsUpstream("quota exceeded").Times(1);
        emulator.On("YOUTUBE_SEARCH_VIDEOS").Where(_ => false).Returns(new { items = 4 });
        foreach (var (slug, parameters) in ((string, string)[])
        [
            ("TIKTOK_GET_USER_INFO", "{}"), ("TIKTOK_GET_USER_INFO", "{}"), ("YOUTUBE_SEARCH_VIDEOS", """{"q":"live"}"""),
            ("LINKEDIN_CREATE_POLL", "{}"), ("GMAIL_SEND_EMAIL", "{}"), ("NO_SUCH_ACTION", "{}"),
        ])
        {
            await EmulatorPage.CallAsync(emulator, slug, parameters);
        }
    }
}
