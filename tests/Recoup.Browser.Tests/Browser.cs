using Microsoft.Playwright;

namespace Recoup.Browser.Tests;

/// <summary>Headless Chromium, as Debian installs it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Path = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts the browser, or skips the test if there is none.</summary>
    /// <param name="arguments">Further arguments.</param>
    public static async Task<Browser> StartAsync(params string[] arguments)
    {
        if (!File.Exists(Path))
        {
            const string Missing = $"There is no browser at {Path}: install Debian's package chromium.";
            if (Environment.GetEnvironmentVariable("RECOUP_REQUIRE_BROWSER") == "true")
                Assert.Fail(Missing);
            Assert.Skip(Missing);
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                // Root may not use the sandbox.
                .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
                "--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic", "--disable-sync",
                "--no-first-run",
                .. arguments,
            ],
        });
        return new Browser(playwright, browser);
    }

    public async Task<IPage> OpenAsync(Uri address)
    {
        var page = await NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Creates an empty page. What it logs becomes output of the test.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewPageOptions? options = null)
    {
        var page = await _browser.NewPageAsync(options);
        page.Console += (_, message) => TestContext.Current.TestOutputHelper?.WriteLine($"console: {message.Text}");
        page.PageError += (_, error) => TestContext.Current.TestOutputHelper?.WriteLine($"error: {error}");
        page.RequestFailed += (_, request) => TestContext.Current.TestOutputHelper?.WriteLine($"failed: {request.Url}: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                TestContext.Current.TestOutputHelper?.WriteLine($"{response.Status}: {response.Url}");
        };
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
