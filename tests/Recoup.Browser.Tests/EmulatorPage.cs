using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Browser.Tests;

/// <summary>The page of an emulator, in a browser. Its end fails the test if the page had an error.</summary>
internal sealed class EmulatorPage : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    private EmulatorPage(RecoupEmulator emulator, Uri address, IPage page)
    {
        (Emulator, Address, Page) = (emulator, address, page);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            // The browser itself reports each status from 400 on; the answers are what the tests are about.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _errors.Add(message.Text);
        };
    }

    public RecoupEmulator Emulator { get; }

    public Uri Address { get; }

    public IPage Page { get; }

    /// <summary>The action, the search beside it excluded.</summary>
    public ILocator Action => Page.Locator(".action");

    public ILocator Answer => Page.GetByRole(AriaRole.Region, new() { Name = "Answer", Exact = true });

    public ILocator Status => Answer.GetByRole(AriaRole.Status);

    /// <param name="catalog">The catalog; null for that of the quick start.</param>
    /// <param name="view">The address of a view, for example <c>#/journal</c>.</param>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="options">Options of the emulator.</param>
    /// <param name="prepare">Scripts the emulator before the page is opened.</param>
    public static async Task<EmulatorPage> OpenAsync(
        RecoupCatalog? catalog = null,
        string view = "",
        int width = 1360,
        RecoupEmulatorOptions? options = null,
        Func<RecoupEmulator, Task>? prepare = null)
    {
        var profile = await Chromium.NewProfileAsync(new BrowserNewContextOptions
        {
            Permissions = ["clipboard-read", "clipboard-write"],
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = HeightOf(width) },
        });
        var emulator = RecoupEmulator.Start(
            catalog ?? RecoupCatalog.Load(TestData.QuickStartCatalog), options ?? new RecoupEmulatorOptions());
        var api = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        if (prepare is not null)
            await prepare(emulator);
        var opened = new EmulatorPage(emulator, new Uri(api, "/_recoup/"), await profile.NewPageAsync());
        await opened.GoAsync(view);
        return opened;
    }

    /// <summary>Opens a view, and waits until it is there.</summary>
    public async Task GoAsync(string view)
    {
        await Page.GotoAsync(Address.AbsoluteUri + view);
        await Page.Locator("main h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.GetByText("live", new() { Exact = true }).WaitForAsync();
    }

    /// <summary>Changes the width of the window in pixels, and whether the user prefers dark pages.</summary>
    public async Task LookAsync(int width, bool isDark)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        await Page.SetViewportSizeAsync(width, HeightOf(width));
    }

    /// <summary>Executes the call of the form.</summary>
    public Task ExecuteAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Execute", Exact = true }).ClickAsync();

    /// <summary>Executes a call, as another program would.</summary>
    public static async Task<HttpStatusCode> CallAsync(RecoupEmulator emulator, string slug, string parameters = "{}")
    {
        using var client = emulator.CreateHttpClient();
        using var body = new StringContent($"{{\"actionSlug\":\"{slug}\",\"parameters\":{parameters}}}");
        body.Headers.ContentType = new("application/json");
        using var response = await client.PostAsync(
            new Uri("/api/connectors/actions", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Waits until a text matches; Playwright repeats the comparison.</summary>
    public static Task ShouldHaveTextAsync(ILocator locator, string pattern) =>
        Assertions.Expect(locator).ToHaveTextAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The parameters of the form as JSON.</summary>
    public async Task<string> ReadParametersAsync()
    {
        await Action.GetByRole(AriaRole.Group, new() { Name = "View" }).GetByRole(AriaRole.Button, new() { Name = "JSON" }).ClickAsync();
        return await Page.GetByLabel("Parameters as JSON").InputValueAsync();
    }

    /// <summary>Checks the page with axe.</summary>
    /// <param name="rules">The rules to check. None for all.</param>
    public async Task ShouldBeAccessibleAsync(params string[] rules)
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            ResultTypes = [ResultType.Violations],
            RunOnly = rules is [] ? null : RunOnlyOptions.Rules(rules),
        });
        result.Violations
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))
            .ShouldBeEmpty();
    }

    /// <summary>Saves a picture of the page: in the folder that RECOUP_SCREENSHOTS names, else next to the tests.</summary>
    public Task SaveScreenshotAsync(string name)
    {
        var folder = Environment.GetEnvironmentVariable("RECOUP_SCREENSHOTS") is { Length: > 0 } named
            ? named
            : Path.Combine(AppContext.BaseDirectory, "screenshots");
        return Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    // That of a phone or of a screen.
    private static int HeightOf(int width) => width < 600 ? 740 : 900;

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        await Emulator.DisposeAsync();
        _errors.ShouldBeEmpty();
    }
}
