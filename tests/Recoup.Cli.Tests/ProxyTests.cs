using Recoup.Emulator;

namespace Recoup.Cli.Tests;

public sealed class ProxyTests
{
    public static TheoryData<string[], string> Loopback => new(PlantedProxy.Spellings.Zip(["127.0.0.1", "localhost", "127.0.0.1"]));

    [Theory]
    [MemberData(nameof(Loopback))]
    public async Task The_tool_uses_no_proxy_for_a_loopback_address(string[] variables, string host)
    {
        using var proxy = new PlantedProxy();
        await using var emulator = Emulators.Start();
        var address = new UriBuilder(await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            Host = host,
        };

        var (code, output) = await RunAsync(proxy, variables, "verify", "--url", address.Uri.AbsoluteUri);

        code.ShouldBe(ExitCode.Clean, output);
        proxy.HasConnection.ShouldBeFalse();
    }

    [Theory]
    [InlineData("https_proxy")]
    [InlineData("ALL_PROXY")]
    public async Task The_tool_uses_the_proxy_of_the_system_for_any_other_address(string variable)
    {
        using var proxy = new PlantedProxy();

        // The proxy does not respond.
        var (code, output) = await RunAsync(proxy, [variable], "verify", "--url", "https://api.example", "--timeout", "0.5");

        code.ShouldBe(ExitCode.Undecided, output);
        proxy.HasConnection.ShouldBeTrue();
    }

    private static Task<(int Code, string Output)> RunAsync(PlantedProxy proxy, string[] variables, params string[] arguments) =>
        proxy.RunAsync(
            variables,
            [Path.Combine(AppContext.BaseDirectory, "recoup.dll"), .. arguments],
            KeyValuePair.Create("RECOUP_API_KEY", RecoupEmulator.DefaultApiKey));
}
