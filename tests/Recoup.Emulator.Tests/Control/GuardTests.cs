using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Control;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Control;

/// <summary>Only programs and the emulator's own page can use the control API.</summary>
public sealed class GuardTests
{
    private static readonly string[] Paths =
        ["/_recoup/", "/_recoup/accounts", "/_recoup/events", "/_recoup/openapi.json", "/_recoup/nothing"];

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_origin_gets_nothing(string header, string value)
    {
        await using var controlled = await ControlledEmulator.StartAsync(
            new RecoupEmulatorOptions { AllowedOrigins = { "http://evil.example" } });

        foreach (var path in Paths)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Options, HttpMethod.Delete])
            {
                var answer = await controlled.Http.SendAsync(
                    method, path, null, (header, value), ("Access-Control-Request-Method", "POST"), ("Sec-Fetch-Mode", "cors"));

                ((int)answer.Status, answer.ContentType).ShouldBe((403, "application/problem+json"));
                answer.Headers.Keys.ShouldNotContain(name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
                answer.Body.ShouldNotContain(controlled.Emulator.DefaultAccount.ApiKey);
            }
        }
    }

    [Fact]
    public async Task A_link_opens_the_page_and_nothing_else()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        (string, string)[] navigation = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];

        ((int)(await controlled.Http.SendAsync(HttpMethod.Get, "/_recoup/accounts", null, navigation)).Status).ShouldBe(403);
        ((int)(await controlled.Http.SendAsync(HttpMethod.Post, "/_recoup/", null, navigation)).Status).ShouldBe(403);
        (string, string)[] frame = [.. navigation[..2], ("Sec-Fetch-Dest", "iframe")];
        ((int)(await controlled.Http.SendAsync(HttpMethod.Get, "/_recoup/", null, frame)).Status).ShouldBe(403);
        ((int)(await controlled.Http.SendAsync(HttpMethod.Get, "/_recoup/", null, navigation)).Status).ShouldNotBe(403);
    }

    [Fact]
    public async Task The_own_page_is_served()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        var origin = controlled.Address.AbsoluteUri.TrimEnd('/');

        var answer = await controlled.Http.SendAsync(
            HttpMethod.Get, "/_recoup/accounts", null, ("Origin", origin), ("Sec-Fetch-Site", "same-origin"));

        ((int)answer.Status).ShouldBe(200);
        answer.Headers["Cache-Control"].ShouldBe("no-store");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.168.0.1:80")]
    [InlineData("a_b.localhost:80")]
    [InlineData("evil.example.localhost.example")]
    public async Task A_request_for_another_host_gets_nothing(string host)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        foreach (var path in Paths)
        {
            var answer = await controlled.Http.SendAsync(HttpMethod.Get, path, null, ("Host", host));
            ((int)answer.Status, answer.Body).ShouldBe((421, ""));
        }
    }

    [Theory]
    [InlineData("a'$(id)'.localhost")]
    [InlineData("a'$(id)'.localhost:80")]
    [InlineData("a&b.localhost")]
    public async Task A_host_that_is_no_name_gets_nothing(string host)
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(controlled.Address.Host, controlled.Address.Port, TestContext.Current.CancellationToken);

        // HttpClient does not send such a host.
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"GET /_recoup/clock HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());

        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldStartWith("HTTP/1.1 421 ");
    }

    [Theory]
    [InlineData("localhost:80")]
    [InlineData("LOCALHOST.")]
    [InlineData("one.two-3.localhost")]
    [InlineData("[::1]:80")]
    public async Task A_request_for_any_name_of_loopback_is_served(string host)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        ((int)(await controlled.Http.SendAsync(HttpMethod.Get, "/_recoup/clock", null, ("Host", host))).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData(true, "127.0.0.1", null, "localhost", true)]
    [InlineData(true, "127.0.0.2", null, "127.0.0.2:80", true)]
    [InlineData(false, "127.0.0.1", "localhost", "localhost", false)]
    [InlineData(true, "192.0.2.1", null, "localhost", false)]
    [InlineData(true, "192.0.2.1", null, "192.0.2.1", false)]
    [InlineData(true, "0.0.0.0", "emulator.test", "localhost", false)]
    [InlineData(true, "0.0.0.0", "emulator.test", "emulator.test:4010", true)]
    [InlineData(true, "0.0.0.0", "emulator.test", "", false)]
    [InlineData(true, "::", "fd00::2", "[fd00::2]:4010", true)]
    [InlineData(true, "::", "[fd00::2]", "[fd00::2]:4010", true)]
    [InlineData(true, "::", "FD00:0::2", "[fd00::2]", true)]
    [InlineData(true, "::", "fd00::2", "[fd00::3]", false)]
    [InlineData(true, "0.0.0.0", "192.0.2.1", "192.0.2.1:4010", true)]
    public void The_control_API_is_served_only_where_it_is_asked_for(
        bool hasControl, string address, string? name, string host, bool isServed)
    {
        var options = new RecoupEmulatorOptions { HasControl = hasControl, ListenAddress = IPAddress.Parse(address), ControlHost = name };

        new ControlGuard(options).IsServed(new HostString(host)).ShouldBe(isServed);
    }

    [Theory]
    [InlineData("emulator.test:4010")]
    [InlineData("http://emulator.test")]
    [InlineData("")]
    public void A_control_host_is_a_name_alone(string name) =>
        Should.Throw<ArgumentException>(() => new RecoupEmulatorOptions { ControlHost = name }).Message
            .ShouldStartWith($"ControlHost: expected a host name without scheme and port, such as emulator.test, got '{name}'.");

    [Fact]
    public async Task An_emulator_can_be_without_control()
    {
        await using var controlled = await ControlledEmulator.StartAsync(new RecoupEmulatorOptions { HasControl = false });

        foreach (var path in Paths)
            ((int)(await controlled.Http.GetAnswerAsync(path)).Status).ShouldBe(501);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml", 302)]
    [InlineData("application/json", 501)]
    [InlineData("*/*", 501)]
    public async Task A_browser_is_led_to_the_page(string accept, int status)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var answer = await controlled.Http.SendAsync(HttpMethod.Get, "/", null, ("Accept", accept));

        ((int)answer.Status, answer.Headers.GetValueOrDefault("Location")).ShouldBe((status, status == 302 ? "/_recoup/" : null));
    }

    [Theory]
    [InlineData("http://exämple.com", "http://xn--exmple-cua.com")]
    [InlineData("http://LOCALHOST:80/", "http://localhost")]
    [InlineData("https://exämple.com:8443", "https://xn--exmple-cua.com:8443")]
    [InlineData("http://[0::1]:5173", "http://[::1]:5173")]
    [InlineData("app://page", "app://page")]
    [InlineData("null", "null")]
    public async Task An_allowed_origin_is_compared_as_browsers_send_it(string allowed, string sent)
    {
        await using var controlled = await ControlledEmulator.StartAsync(new RecoupEmulatorOptions { AllowedOrigins = { allowed } });

        var answer = await controlled.Http.SendAsync(HttpMethod.Get, Requests.Connectors, null, ("Origin", sent));

        answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin").ShouldBe(sent);
    }

    [Fact]
    public async Task Pages_of_allowed_origins_call_the_emulated_API()
    {
        await using var controlled = await ControlledEmulator.StartAsync(
            new RecoupEmulatorOptions { AllowedOrigins = { "http://localhost:5173" } });

        var preflight = await PreflightAsync("http://localhost:5173");
        var foreign = await PreflightAsync("http://localhost:5174");
        var answer = await controlled.Http.SendAsync(HttpMethod.Get, Requests.Connectors, null, ("Origin", "http://localhost:5173"));

        ((int)preflight.Status, preflight.Headers["Access-Control-Allow-Origin"]).ShouldBe((204, "http://localhost:5173"));
        preflight.Headers["Access-Control-Allow-Headers"].ShouldContain("x-api-key");
        preflight.Headers["Access-Control-Allow-Methods"].ShouldContain("POST");
        foreign.Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
        (answer.Headers["Access-Control-Allow-Origin"], answer.Headers["Vary"]).ShouldBe(("http://localhost:5173", "Origin"));
        controlled.Emulator.Journal.All().Select(exchange => exchange.Operation)
            .ShouldBe(["OPTIONS /api/connectors/actions", "GET /api/connectors"]);

        Task<Answer> PreflightAsync(string origin) => controlled.Http.SendAsync(
            HttpMethod.Options,
            Requests.Actions,
            null,
            ("Origin", origin),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type,x-api-key"));
    }
}
