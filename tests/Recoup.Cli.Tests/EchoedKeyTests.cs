using System.Net;
using System.Text;

namespace Recoup.Cli.Tests;

/// <summary>A server writes the key into its responses, plain or escaped. The tool neither prints nor stores it.</summary>
public sealed class EchoedKeyTests : IDisposable
{
    private const string End = "ghi12345";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    /// <summary>Keys, and how a server spells them in a text of JSON.</summary>
    public static TheoryData<string, string> Spellings => new()
    {
        { "abc/def+ghi12345", "abc/def+ghi12345" },
        { "abc/def+ghi12345", @"abc\/def\u002Bghi12345" },
        { "abc/def+ghi12345", @"abc\u002fdef\u002bghi12345" },
        { "abc/def+ghi12345", @"\u0061bc\/def+gh\u00691234\u0035" },
        { "abc/def+ghi12345", @"abc\\\/def\\u002Bghi12345" },
        { "abc/def+ghi12345", "abc%2Fdef%2bghi12345" },
        { "abc\"def\\ghi12345", """abc\"def\\ghi12345""" },
        { "abc\"def\\ghi12345", @"abc\u0022def\u005Cghi12345" },
        { "abc%2Bdef/ghi12345", @"abc%2Bdef\/ghi12345" },
        { "abc&amp;def/ghi12345", @"abc&amp;def\/ghi12345" },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task The_key_in_an_error_is_not_printed(string key, string spelling)
    {
        foreach (var command in (string[])["pull", "verify"])
        {
            var run = await RunAsync(key, HttpStatusCode.BadRequest, $$"""{"error":"not valid: {{spelling}}"}""", command);

            run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
            run.Error.ShouldContain("not valid: ***");
            run.All.ShouldNotContain(End, Case.Insensitive);
        }
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task The_key_in_a_list_is_not_stored(string key, string spelling)
    {
        var path = Path.Combine(_folder, "pulled.json");
        var list = $$"""
            {"success":true,"actions":[{"slug":"SHOP_{{spelling}}","name":"{{spelling}}","description":"Of {{spelling}}.",
            "connectorSlug":"shop","isConnected":true,"parameters":{"properties":{"{{spelling}}":{"const":"{{spelling}}"} } } }]}
            """;

        var run = await RunAsync(key, HttpStatusCode.OK, list, "pull", "--output", path);

        run.ExitCode.ShouldBe(ExitCode.Clean, run.All);
        var stored = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        stored.ShouldContain("\"SHOP_***\"");
        stored.ShouldContain("\"Of ***.\"");
        (run.All + stored).ShouldNotContain(End, Case.Insensitive);
    }

    [Fact]
    public async Task The_key_in_the_address_of_a_redirect_is_not_printed()
    {
        const string key = "abc/def+ghi12345";
        using var handler = new StubHandler(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.PermanentRedirect)
        {
            Headers = { Location = new Uri($"https://elsewhere.example/?key={Uri.EscapeDataString(key)}") },
        }));

        var run = await Tool.RunAsync(
            host => host with { Handler = handler, ApiKey = key }, ["verify", "--url", "https://api.example.com"]);

        run.ExitCode.ShouldBe(ExitCode.Undecided, run.All);
        run.Error.ShouldContain("https://elsewhere.example/?key=***");
    }

    private static async Task<Tool> RunAsync(string key, HttpStatusCode status, string body, params string[] args)
    {
        using var handler = new StubHandler(_ => Task.FromResult(
            new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") }));
        return await Tool.RunAsync(
            host => host with { Handler = handler, ApiKey = key }, [.. args, "--url", "https://api.example.com", "--verbose"]);
    }
}
