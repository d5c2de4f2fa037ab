namespace Recoup.EndToEnd.Tests;

public sealed class ProxyTests
{
    public static TheoryData<string[]> Spellings => new(PlantedProxy.Spellings);

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task The_client_uses_no_proxy_for_a_loopback_address(string[] variables)
    {
        using var proxy = new PlantedProxy();

        // This assembly has a test that sends requests to a port.
        var (code, output) = await proxy.RunAsync(
            variables,
            [typeof(ProxyTests).Assembly.Location, "-method", "*.FirstProgramTests.A_typed_call_is_a_value_that_a_client_executes"]);

        code.ShouldBe(0, output);
        proxy.HasConnection.ShouldBeFalse();
    }
}
