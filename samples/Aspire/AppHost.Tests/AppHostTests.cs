using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Shouldly;
using Xunit;

namespace AppHost.Tests;

/// <summary>
/// The service and the emulator as the app host starts them. <c>Recoup__Tool</c> in the environment is the path of the tool.
/// </summary>
public sealed class AppHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_service_calls_the_emulator()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(Cancellation);
        await using var app = await builder.BuildAsync(Cancellation);
        await app.StartAsync(Cancellation);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("service", Cancellation).WaitAsync(Patience, Cancellation);
        using var service = app.CreateHttpClient("service");
        using var emulator = app.CreateHttpClient("recoup");
        (await emulator.PutAsJsonAsync("/_recoup/accounts/default/connections/linkedin", new { state = "active" }, Cancellation))
            .EnsureSuccessStatusCode();
        var stub = new
        {
            action = "LINKEDIN_CREATE_LINKED_IN_POST",
            outcomes = new[] { new { returns = new { id = "urn:li:share:7251" } } },
        };
        (await emulator.PostAsJsonAsync("/_recoup/stubs", stub, Cancellation)).EnsureSuccessStatusCode();

        var posted = await service.PostAsJsonAsync("/releases", new { author = "urn:li:person:ada", text = "1.0 is out" }, Cancellation);

        posted.StatusCode.ShouldBe(HttpStatusCode.OK, await posted.Content.ReadAsStringAsync(Cancellation));
        (await posted.Content.ReadAsStringAsync(Cancellation)).ShouldContain("urn:li:share:7251");
        var journal = await emulator.GetFromJsonAsync<JsonElement>("/_recoup/journal?executed=true", Cancellation);
        journal.GetProperty("exchanges")[0].GetProperty("parameters").GetProperty("commentary").GetString().ShouldBe("1.0 is out");
    }
}
