using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace WebService.Tests;

public sealed class ConnectorTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task The_listed_connectors_are_those_of_the_artist_and_not_of_the_key(ApiBehavior behavior)
    {
        await using var service = new Service(behavior);
        service.Emulator.Connect("tiktok", service.Artist);

        var connectors = await service.CreateClient().GetFromJsonAsync<JsonElement>($"/connectors?artist={service.Artist.Id}", Canceled);

        connectors.EnumerateArray().Where(connector => connector.GetProperty("isConnected").GetBoolean())
            .ShouldHaveSingleItem().GetProperty("connector").GetString().ShouldBe("tiktok");
        connectors.EnumerateArray().ShouldContain(connector => connector.GetProperty("connector").GetString() == "linkedin");
    }

    [Fact]
    public async Task Without_an_artist_the_listed_connectors_are_those_of_the_key()
    {
        await using var service = new Service();

        var connectors = await service.CreateClient().GetFromJsonAsync<JsonElement>("/connectors", Canceled);

        connectors.EnumerateArray().Count(connector => connector.GetProperty("isConnected").GetBoolean()).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task An_artist_for_whom_the_service_may_not_act_gives_403()
    {
        await using var service = new Service();

        using var response = await service.CreateClient().GetAsync($"/connectors?artist={service.Emulator.AddAccount().Id}", Canceled);

        (await response.ProblemAsync(403)).GetProperty("title").GetString().ShouldBe("This service may not act for the artist");
    }

    [Fact]
    public async Task A_connector_that_the_service_does_not_use_gives_404()
    {
        await using var service = new Service();

        using var response = await service.CreateClient().PostAsync($"/connectors/tiktok?artist={service.Artist.Id}", null, Canceled);

        await response.ProblemAsync(404);
    }

    [Fact]
    public async Task An_invalid_key_gives_500_without_mentioning_it()
    {
        await using var service = new Service();
        service.Emulator.RevokeCredentials();

        using var response = await service.CreateClient().GetAsync("/connectors", Canceled);

        var problem = await response.ProblemAsync(500);
        problem.GetProperty("title").GetString().ShouldBe("This service is not set up");
        problem.TryGetProperty("detail", out _).ShouldBeFalse();
        problem.GetRawText().ShouldNotContain(RecoupEmulator.DefaultApiKey);
    }

    [Fact]
    public async Task Without_a_key_the_service_does_not_start_and_says_how_to_set_one()
    {
        // Start the program itself: WebApplicationFactory asks a host for its services even after it failed to start and was disposed.
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "WebService.dll"), "--urls", "http://127.0.0.1:0" },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("Recoup__ApiKey");
        using var program = Process.Start(start)!;
        var (said, complained) =
            (program.StandardOutput.ReadToEndAsync(
                TestContext.Current.CancellationToken), program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldNotBe(0);
        (await said + await complained).ShouldContain("Recoup__ApiKey");
    }
}
