using Microsoft.Playwright;
using Recoup.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Recoup.Browser.Tests;

/// <summary>Headless Chromium, as Debian installs it. All tests share one process; each has a profile of its own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Path = "/usr/bin/chromium";

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>
    /// Creates a profile, which has no cookies, storage or cache yet. The messages of its pages are written to the output of the test. If
    /// no browser is installed, the test is skipped.
    /// </summary>
    /// <param name="options">Options, for example the size of the window.</param>
    public static async Task<IBrowserContext> NewProfileAsync(BrowserNewContextOptions? options = null)
    {
        if (!File.Exists(Path))
        {
            const string Missing = $"There is no browser at {Path}: install Debian's package chromium.";
            if (Environment.GetEnvironmentVariable("RECOUP_REQUIRE_BROWSER") == "true")
                Assert.Fail(Missing);
            Assert.Skip(Missing);
        }

        var shared = (await TestContext.Current.GetFixture<Chromium>()).ShouldNotBeNull();
        var profile = await (await shared._started.Value).Browser.NewContextAsync(options);
        var output = TestContext.Current.TestOutputHelper;
        profile.Console += (_, message) => output?.WriteLine($"console: {message.Text}");
        profile.WebError += (_, error) => output?.WriteLine($"error: {error.Error}");
        profile.RequestFailed += (_, request) => output?.WriteLine($"failed: {request.Url}: {request.Failure}");
        profile.Response += (_, response) =>
        {
            if (response.Status >= 400)
                output?.WriteLine($"{response.Status}: {response.Url}");
        };
        return profile;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                // Root may not use the sandbox.
                .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
                "--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic", "--disable-sync",
                "--no-first-run", $"--host-resolver-rules=MAP {OriginTests.OtherHost} 127.0.0.1",
            ],
        });
        return (playwright, browser);
    }
}
