using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Browser.Tests;

/// <summary>A page of another origin, and another host name, get nothing of the control API and change nothing.</summary>
public sealed class OriginTests
{
    /// <summary>A name that the browser resolves to this machine.</summary>
    internal const string OtherHost = "evil.example";

    // Everything that a page can do to another origin: read, send, load, frame, and open.
    private const string Attack = """
        async address => {
          const answers = [];
          const attempt = async (name, act) => {
            try { answers.push(`${name}: ${await act()}`); } catch (error) { answers.push(`${name}: ${error.name}`); }
          };
          const loads = (tag, attributes) => new Promise(resolve => {
            const element = Object.assign(document.createElement(tag), attributes);
            element.onload = () => resolve('loaded');
            element.onerror = () => resolve('nothing');
            document.body.append(element);
          });
          const text = async answer => `${answer.type} ${answer.status} ${(await answer.text()).length}`;
          const url = path => `${address}_recoup/${path}`;
          await attempt('read', async () => text(await fetch(url('accounts'))));
          await attempt('read opaque', async () => text(await fetch(url('accounts'), { mode: 'no-cors' })));
          await attempt('reset', async () => text(await fetch(url('reset'), { method: 'POST', mode: 'no-cors' })));
          await attempt('stub', async () => text(await fetch(url('stubs'), {
            method: 'POST', mode: 'no-cors', body: '{"action":"*"}', headers: { 'Content-Type': 'text/plain' } })));
          await attempt('stub as JSON', async () => text(await fetch(url('stubs'), {
            method: 'POST', body: '{"action":"*"}', headers: { 'Content-Type': 'application/json' } })));
          await attempt('beacon', () => navigator.sendBeacon(url('reset'), '{}'));
          await attempt('delete', async () => text(await fetch(url('journal'), { method: 'DELETE' })));
          await attempt('script', () => loads('script', { src: url('accounts') }));
          await attempt('image', () => loads('img', { src: url('icon.svg') }));
          await attempt('events', () => new Promise(resolve => {
            const source = new EventSource(url('events'));
            source.onopen = () => resolve('open');
            source.onerror = () => { source.close(); resolve('nothing'); };
          }));
          await attempt('frame', async () => {
            await loads('iframe', { src: url(''), name: 'framed' });
            try { return window.framed.document.body.innerText; } catch (error) { return error.name; }
          });
          await attempt('form', () => new Promise(resolve => {
            const onload = () => setTimeout(() => resolve('sent'), 300);
            const frame = Object.assign(document.createElement('iframe'), { name: 'target', onload });
            document.body.append(frame);
            const form = Object.assign(document.createElement('form'), { method: 'post', action: url('reset'), target: 'target' });
            document.body.append(form);
            form.submit();
          }));
          return answers;
        }
        """;

    [Fact]
    public async Task A_page_of_another_origin_reads_nothing_and_changes_nothing()
    {
        await using var profile = await Chromium.NewProfileAsync();
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load(TestData.QuickStartCatalog));
        var address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.AddAccount();
        await using var elsewhere = await StartElsewhereAsync();

        var page = await profile.NewPageAsync();
        await page.GotoAsync(elsewhere.Urls.Single());
        var answers = await page.EvaluateAsync<string[]>(Attack, address.AbsoluteUri);

        answers.ShouldBe(
            [
                "read: TypeError", "read opaque: opaque 0 0", "reset: opaque 0 0", "stub: opaque 0 0", "stub as JSON: TypeError",
                "beacon: true", "delete: TypeError", "script: nothing", "image: nothing", "events: nothing", "frame: SecurityError",
                "form: sent",
            ],
            string.Join('\n', answers));
        emulator.Accounts.Count.ShouldBe(2);
        emulator.Stubs.ShouldBeEmpty();
        emulator.Journal.Count().ShouldBe(0);
    }

    [Fact]
    public async Task Another_host_name_gets_nothing()
    {
        await using var profile = await Chromium.NewProfileAsync();
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load(TestData.QuickStartCatalog));
        var address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        var page = await profile.NewPageAsync();

        foreach (var path in (string[])["", "_recoup/", "_recoup/accounts", "api/connectors"])
        {
            var url = $"http://{OtherHost}:{address.Port}/{path}";

            // The browser takes an empty body for a failed navigation.
            var answer = await page.RunAndWaitForResponseAsync(
                () => Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync(url)), response => response.Url == url);

            answer.Status.ShouldBe(421);
        }
    }

    [Fact]
    public async Task A_page_of_an_allowed_origin_calls_the_emulated_API_and_not_the_control_API()
    {
        const string Call = """
            async ([address, key]) => {
              const answer = await fetch(`${address}api/connectors`, { headers: { 'x-api-key': key, 'Content-Type': 'application/json' } });
              const control = await fetch(`${address}_recoup/accounts`).then(() => 'read', error => error.name);
              return [`${answer.status}`, control];
            }
            """;
        await using var profile = await Chromium.NewProfileAsync();
        await using var elsewhere = await StartElsewhereAsync();
        await using var emulator = RecoupEmulator.Start(
            RecoupCatalog.Load(TestData.QuickStartCatalog), new RecoupEmulatorOptions { AllowedOrigins = { elsewhere.Urls.Single() } });
        var address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);

        var page = await profile.NewPageAsync();
        await page.GotoAsync(elsewhere.Urls.Single());
        var answers = await page.EvaluateAsync<string[]>(Call, new[] { address.AbsoluteUri, emulator.DefaultAccount.ApiKey });

        answers.ShouldBe(["200", "TypeError"]);
    }

    private static async Task<WebApplication> StartElsewhereAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.MapGet("/", () => Results.Content("<!DOCTYPE html><title>Elsewhere</title><body></body>", "text/html"));
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }
}
