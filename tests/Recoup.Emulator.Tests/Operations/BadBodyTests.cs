using System.Text;
using Recoup.Emulator.Tests.Hosting;
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

    public static TheoryData<string> Names => [.. Bodies.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_a_documented_400_in_process(string what) => await AnswersAndLivesOn(Host.InProcess, what);

    [Theory, MemberData(nameof(Names))]
    public async Task Is_a_documented_400_on_a_port(string what) => await AnswersAndLivesOn(Host.Port, what);

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
    public async Task A_byte_order_mark_is_no_harm()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""")];

        ((int)(await mounted.Client.PostAsync(Requests.Actions, body)).Status).ShouldBe(200);
    }

    private static async Task AnswersAndLivesOn(Host host, string what)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);

        (await mounted.Client.PostAsync(Requests.Actions, Bodies[what])).DocumentedError(400).ShouldNotBeEmpty();

        ((int)(await mounted.Client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
    }
}
