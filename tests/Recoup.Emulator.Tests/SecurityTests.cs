using System.Net;
using System.Net.Sockets;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests;

public sealed class SecurityTests
{
    // All of 127.0.0.0/8 is loopback, so another address in it represents any other address.
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_listens_on_loopback_and_nowhere_else()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);

        var address = await emulator.StartListeningAsync(cancellationToken: Canceled);

        IPAddress.Parse(address.Host).ShouldBe(IPAddress.Loopback);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var refused = await Should.ThrowAsync<SocketException>(() => socket.ConnectAsync(Elsewhere, address.Port, Canceled).AsTask());
        refused.SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [Fact]
    public async Task Another_address_requires_an_option()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { ListenAddress = Elsewhere });

        var address = await emulator.StartListeningAsync(cancellationToken: Canceled);

        IPAddress.Parse(address.Host).ShouldBe(Elsewhere);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("localhost.evil.example")]
    [InlineData("notlocalhost")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    [InlineData("[2001:db8::1]")]
    public async Task A_request_for_another_host_gets_nothing(string host)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.Port);

        foreach (var address in (string[])[Requests.Connectors, Requests.Actions, "/"])
        {
            var answer = await mounted.Client.SendAsync(HttpMethod.Get, address, null, ("Host", host));
            ((int)answer.Status, answer.Body).ShouldBe((421, ""));
        }

        mounted.Emulator.Journal.Count().ShouldBe(0);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1234")]
    [InlineData("localhost.")]
    [InlineData("api.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10:80")]
    [InlineData("[::1]:80")]
    public async Task A_request_for_a_loopback_host_is_served(string host)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.Port);

        ((int)(await mounted.Client.SendAsync(HttpMethod.Get, Requests.Connectors, null, ("Host", host))).Status).ShouldBe(200);
    }

    [Theory]
    [InlineData(1, 33_000)]
    [InlineData(101, 10)]
    public async Task Headers_beyond_the_limits_get_a_431(int count, int length)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.Port);
        var headers = Enumerable.Range(0, count).Select(number => ($"X-{number}", new string('x', length))).ToArray();

        var answer = await mounted.Client.SendAsync(HttpMethod.Get, Requests.Connectors, null, headers);

        answer.Status.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        mounted.Emulator.Journal.Count().ShouldBe(0);
    }

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task No_file_of_the_host_is_read(ApiBehavior behavior)
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "the host's own", Canceled);
        await using var mounted = await MountedEmulator.StartAsync(Host.Port, behavior);
        var url = new Uri(secret).AbsoluteUri;

        Answer[] answers =
        [
            await mounted.Client.PostAsync(Requests.Files, $$"""{"url":"{{url}}","toolSlug":"{{Post}}"}"""),
            await mounted.Client.GetAnswerAsync($"/api/connectors/..%2f..%2f{Uri.EscapeDataString(secret)}"),
            await mounted.Client.GetAnswerAsync(secret),
        ];

        answers.ShouldAllBe(answer => !answer.Body.Contains("the host's own"));
        File.Delete(secret);
    }

    [Theory, Everywhere]
    public async Task A_nearly_correct_key_is_refused(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        using var client = mounted.CreateClient();
        var key = mounted.Emulator.DefaultAccount.ApiKey;

        foreach (var nearly in (string[])[key[..^1], key + "x", key.ToUpperInvariant(), "x" + key[1..]])
            ((int)(await client.SendAsync(HttpMethod.Get, Requests.Connectors, null, ("x-api-key", nearly))).Status).ShouldBe(401);
    }
}
