using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>The URLs of the deployed server (D20), which reads them as browsers do: WHATWG URL Standard, sections 3.5 and 4.4.</summary>
public sealed class DeployedUrlTests
{
    [Theory]
    [InlineData("https://a.test", true)]
    [InlineData("HTTPS://A.test/", true)]
    [InlineData("https:a.test", true)]
    [InlineData("https:////a.test", true)]
    [InlineData("https:\\\\a.test\\x", true)]
    [InlineData(" \uFEFF\u00A0https://a.test\u2028", true)]
    [InlineData("ht\ntps://a.te\tst/\r", true)]
    [InlineData("\u0001https://a.test\u001F", true)]
    [InlineData("\u0085https://a.test", false)]
    [InlineData("", false)]
    [InlineData("a.test", false)]
    [InlineData("//a.test", false)]
    [InlineData("/x", false)]
    [InlineData("1ab:x", false)]
    [InlineData("a_b:x", false)]
    [InlineData("a+b-c.d:x", true)]
    [InlineData("mailto:", true)]
    [InlineData("mailto:a b", true)]
    [InlineData("https:", false)]
    [InlineData("https://", false)]
    [InlineData("https://?x", false)]
    [InlineData("https://#x", false)]
    [InlineData("https://:80", false)]
    [InlineData("https://user@", false)]
    [InlineData("https://user@/x", false)]
    [InlineData("https://a@b@c.test", true)]
    [InlineData("https://u:p@a.test:8080/x?y#z", true)]
    [InlineData("https://a.test:", true)]
    [InlineData("https://a.test:0", true)]
    [InlineData("https://a.test:000065535", true)]
    [InlineData("https://a.test:65536", false)]
    [InlineData("https://a.test:8o", false)]
    [InlineData("https://a.test:-1", false)]
    [InlineData("https://a.test: 80", false)]
    [InlineData("https://a b.test", false)]
    [InlineData("https://a%20b.test", false)]
    [InlineData("https://a%2eb", true)]
    [InlineData("https://a%00b", false)]
    [InlineData("https://a%zz", false)]
    [InlineData("https://%ff.test", false)]
    [InlineData("https://a<b.test", false)]
    [InlineData("https://a|b.test", false)]
    [InlineData("https://a[b].test", false)]
    [InlineData("https://a\"b.test", true)]
    [InlineData("https://a_b-.test", true)]
    [InlineData("https://-a.test", true)]
    [InlineData("https://a..b", true)]
    [InlineData("https://.", true)]
    [InlineData("https://\u00AD", false)]
    [InlineData("https://\u00ADa.test", true)]
    [InlineData("https://straße.test", true)]
    [InlineData("https://食狮。test", true)]
    [InlineData("https://xn--", false)]
    [InlineData("https://xn--a", false)]
    [InlineData("https://xn--strae-oqa.test", true)]
    [InlineData("https://127.0.0.1", true)]
    [InlineData("https://127.1", true)]
    [InlineData("https://0x7f.1", true)]
    [InlineData("https://0x", true)]
    [InlineData("https://017700000001", true)]
    [InlineData("https://4294967295", true)]
    [InlineData("https://4294967296", false)]
    [InlineData("https://256.0.0.1", false)]
    [InlineData("https://1.2.3.256", false)]
    [InlineData("https://1.2.3.4.5", false)]
    [InlineData("https://1.2.3.08", false)]
    [InlineData("https://1..2", false)]
    [InlineData("https://1.2.3.4.", true)]
    [InlineData("https://a.1e3", true)]
    [InlineData("https://a.12", false)]
    [InlineData("https://[::]", true)]
    [InlineData("https://[1:2:3:4:5:6:7:8]", true)]
    [InlineData("https://[1::8]:80/", true)]
    [InlineData("https://[::ffff:1.2.3.4]", true)]
    [InlineData("https://[1:2:3:4:5:6:7]", false)]
    [InlineData("https://[1:2:3:4:5:6:7:8:9]", false)]
    [InlineData("https://[1::2::3]", false)]
    [InlineData("https://[:1]", false)]
    [InlineData("https://[1:]", false)]
    [InlineData("https://[12345::]", false)]
    [InlineData("https://[::1.2.3]", false)]
    [InlineData("https://[::01.2.3.4]", false)]
    [InlineData("https://[::1%25eth0]", false)]
    [InlineData("https://[::1]x", false)]
    [InlineData("https://[::1", false)]
    [InlineData("foo://", true)]
    [InlineData("foo://a b", false)]
    [InlineData("foo://a%zz", true)]
    [InlineData("foo://user@/x", false)]
    [InlineData("foo://:80", false)]
    [InlineData("foo:///x", true)]
    [InlineData("file:///C:/x", true)]
    [InlineData("file://C:/x", true)]
    [InlineData("file://a b/x", false)]
    [InlineData("file:x", true)]
    public async Task A_callback_is_any_URL_that_a_browser_reads(string url, bool isValid)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        var answer = await mounted.Client.PostAsync(
            Requests.Connectors, JsonSerializer.Serialize(new { connector = "googlesheets", callback_url = url }));

        ((int)answer.Status).ShouldBe(isValid ? 200 : 400, answer.Body);
    }

    [Theory]
    [InlineData("https://a.test/b/c.png", 200, "c.png", "image/png")]
    [InlineData("https://a.test/b/c.png///", 200, "c.png", "image/png")]
    [InlineData("https://a.test/b/./x/../c d.png?e=f.gif#g", 200, "c%20d.png", "image/png")]
    [InlineData("https://a.test/%7Ba%7D.mp4", 200, "%7Ba%7D.mp4", "video/mp4")]
    [InlineData("https://a.test/{ä}.mp4", 200, "%7B%C3%A4%7D.mp4", "video/mp4")]
    [InlineData("https://a.test/x/%2E%2e/c.jpg", 200, "c.jpg", "image/jpeg")]
    [InlineData("https:\\\\a.test\\b\\c.webp", 200, "c.webp", "image/webp")]
    [InlineData("\thttps://a.test/c.gif\u0000", 200, "c.gif", "image/gif")]
    [InlineData("https://a.test/nothing", 200, null, "application/octet-stream")]
    [InlineData("https://a.test", 200, null, "application/octet-stream")]
    [InlineData("HTTPS://a.test/c.png", 502, null, null)]
    [InlineData("ftp://a.test/c.png", 502, null, null)]
    [InlineData("C:\\c.png", 502, null, null)]
    [InlineData("https://a.test:99999/c.png", 400, null, null)]
    [InlineData("c.png", 400, null, null)]
    public async Task A_web_address_is_fetched_and_its_last_segment_is_the_name(string url, int status, string? name, string? type)
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);

        var answer = await mounted.Client.PostAsync(Requests.Files, JsonSerializer.Serialize(new { url, toolSlug = "A_B" }));

        ((int)answer.Status).ShouldBe(status, answer.Body);
        if (name is not null)
            answer.Json.GetProperty("name").GetString().ShouldBe(name);
        if (type is not null)
            answer.Json.GetProperty("mimetype").GetString().ShouldBe(type);
    }

    [Fact]
    public async Task A_callback_that_only_a_browser_reads_completes_the_authorization_and_says_so()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, ApiBehavior.Deployed);
        var answer = await mounted.Client.PostAsync(
            Requests.Connectors, """{"connector":"googlesheets","callback_url":"https://a..b/x"}""");
        var redirect = answer.Json.GetProperty("data").GetProperty("redirectUrl").GetString()!;

        Should.Throw<RecoupEmulatorException>(() => mounted.Emulator.CompleteAuthorization(redirect)).Message
            .ShouldContain("'https://a..b/x'");

        mounted.Emulator.GetConnection("googlesheets").ShouldBe(ConnectionState.Active);
    }
}
