using System.Net;
using System.Net.Sockets;
using System.Text;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Operations;

public sealed class BadBodyTests
{
    private static readonly Dictionary<string, byte[]> Bodies = new()
    {
        ["empty"] = [],
        ["blank"] = "  \n "u8.ToArray(),
        ["truncated"] = "{\"actionSlug\":\"A\""u8.ToArray(),
        ["text"] = "hello"u8.ToArray(),
        ["two values"] = "{} {}"u8.ToArray(),
        ["comment"] = "{/**/}"u8.ToArray(),
        ["not UTF-8"] = [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D],
        ["UTF-16"] = Encoding.Unicode.GetBytes("{}"),
        ["half a surrogate pair"] = "{\"actionSlug\":\"\\ud800\",\"parameters\":{}}"u8.ToArray(),
        ["half a surrogate pair in a name"] = "{\"\\udc00\":1}"u8.ToArray(),
        ["too deep"] = Encoding.ASCII.GetBytes(new string('[', 10_000) + new string(']', 10_000)),
        ["too large"] = Encoding.ASCII.GetBytes($"{{\"a\":\"{new string('x', 5_000_000)}\"}}"),
    };

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_a_documented_400_in_process(string what) => await RespondsAndContinuesAsync(Host.InProcess, what);

    [Theory, MemberData(nameof(Names))]
    public async Task Is_a_documented_400_on_a_port(string what) => await RespondsAndContinuesAsync(Host.Port, what);

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml; charset=utf-8")]
    [InlineData("nonsense")]
    public async Task A_media_type_other_than_json_is_a_documented_400(string? contentType)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        (await mounted.Client.PostAsync(Requests.Actions, "{}", contentType)).DocumentedError(400).ShouldContain("Content-Type");
    }

    [Fact]
    public async Task A_byte_order_mark_is_ignored()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""")];

        ((int)(await mounted.Client.PostAsync(Requests.Actions, body)).Status).ShouldBe(200);
    }

    [Theory, Everywhere]
    public async Task The_last_of_duplicate_members_wins(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        var answer = await mounted.Client.PostAsync(
            Requests.Actions, $$"""{"actionSlug":"NO","actionSlug":"{{Update}}","parameters":1,"parameters":{{ValidUpdate}}}""");

        ((int)answer.Status).ShouldBe(200);
        mounted.Emulator.Journal.ShouldHaveExecuted(Update);
    }

    [Fact]
    public async Task A_caller_that_leaves_before_its_body_has_arrived_is_in_the_journal()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.Port);
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(IPAddress.Loopback, mounted.Client.BaseAddress!.Port, Canceled);
            await socket.SendAsync(Encoding.ASCII.GetBytes(
                $"POST {Requests.Actions} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {RecoupEmulator.DefaultApiKey}\r\nContent-Type: "
                    + $"application/json\r\nContent-Length: 9\r\n\r\n{{"), Canceled);
            while (!IsInFlight(mounted.Emulator))
                await Task.Yield();
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        while (mounted.Emulator.Journal.Count() == 0)
            await Task.Yield();

        var exchange = mounted.Emulator.Journal.Single();
        (exchange.Status, exchange.Executed, exchange.Error).ShouldBe(
            (null, false, "The caller canceled the request before the response."));
    }

    private static bool IsInFlight(RecoupEmulator emulator) => Record.Exception(emulator.Verify) is not null;

    private static async Task RespondsAndContinuesAsync(Host host, string what)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        (await mounted.Client.PostAsync(Requests.Actions, Bodies[what])).DocumentedError(400).ShouldNotBeEmpty();

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
    }
}
