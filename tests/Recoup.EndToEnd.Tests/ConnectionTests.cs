using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests;

/// <summary>Connections, files and health, without a slug in the code.</summary>
public sealed class ConnectionTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    private static readonly ActionCall<JsonElement> Call = Gmail.SendEmail(to: ["ada@example.com"], body: "Hello.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiBehavior.Documented)]
    [InlineData(ApiBehavior.Deployed)]
    public async Task A_connector_that_is_not_connected_is_recognized_and_can_be_connected(ApiBehavior behavior)
    {
        await using var emulator = Start(behavior);
        emulator.Disconnect("gmail");
        using var recoup = emulator.CreateClient();

        var failure = await Should.ThrowAsync<RecoupException>(recoup.ExecuteAsync(Call, cancellationToken: Cancellation));

        failure.ConnectorSlug.ShouldBe("gmail");
        (await recoup.IsNotConnectedAsync(failure, Cancellation)).ShouldBeTrue();
        var address = await recoup.AuthorizeAsync(
            Gmail.SendEmail, callback: "https://app.example/connected", cancellationToken: Cancellation);
        emulator.CompleteAuthorization(address.AbsoluteUri);
        await recoup.ExecuteAsync(Call, cancellationToken: Cancellation);
    }

    [Theory]
    [InlineData(ApiBehavior.Documented, "GMAIL_SEND_EMIAL")]
    [InlineData(ApiBehavior.Deployed, "GMAIL_SEND_EMIAL")]
    [InlineData(ApiBehavior.Deployed, "GMIAL_SEND_EMAIL")]
    [InlineData(ApiBehavior.Deployed, "gmail")]
    [InlineData(ApiBehavior.Deployed, "_")]
    public async Task A_slug_with_a_typo_is_not_taken_for_a_connector_that_is_not_connected(ApiBehavior behavior, string slug)
    {
        await using var emulator = Start(behavior);
        using var recoup = emulator.CreateClient();
        using var parameters = JsonDocument.Parse("{}");

        var failure = await Should.ThrowAsync<ActionNotFoundException>(
            recoup.ExecuteAsync(slug, parameters.RootElement, cancellationToken: Cancellation));

        (await recoup.IsNotConnectedAsync(failure, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Other_failures_are_recognized_without_a_request()
    {
        await using var emulator = Start(ApiBehavior.Deployed);
        using var recoup = emulator.CreateClient();

        (await recoup.IsNotConnectedAsync(new UpstreamFailureException("It failed."), Cancellation)).ShouldBeFalse();
        (await recoup.IsNotConnectedAsync(new ConnectorNotConnectedException("Not connected."), Cancellation)).ShouldBeTrue();
        (await recoup.IsNotConnectedAsync(new ActionNotFoundException("Unknown."), Cancellation)).ShouldBeFalse();

        emulator.Journal.Count().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_staged_for_an_action()
    {
        await using var emulator = Start(ApiBehavior.Documented);
        using var recoup = emulator.CreateClient();

        var cover = await recoup.StageFileAsync(Gmail.SendEmail, "https://ada.example/cover.png", Cancellation);
        var again = await recoup.StageFileAsync(Gmail.SendEmail, new Uri("https://ada.example/cover.png"), Cancellation);

        (cover.MimeType, again.MimeType).ShouldBe(("image/png", "image/png"));
        cover.S3Key.ShouldNotBeNull();
        (await Should.ThrowAsync<ArgumentException>(recoup.StageFileAsync(Gmail.SendEmail, "cover.png", Cancellation)))
            .Message.ShouldStartWith("Expected an absolute address, got 'cover.png'.");
        (await Should.ThrowAsync<ArgumentException>(recoup.StageFileAsync(() => 7, "https://ada.example/cover.png", Cancellation)))
            .Message.ShouldContain("Expected a generated action");
    }

    [Theory]
    [InlineData(false, HealthStatus.Healthy)]
    [InlineData(true, HealthStatus.Degraded)]
    public async Task The_health_check_lists_the_connectors_and_executes_nothing(bool isRevoked, HealthStatus expected)
    {
        await using var emulator = Start(ApiBehavior.Documented);
        if (isRevoked)
            emulator.RevokeCredentials();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddRecoupClient(options => options.ApiKey = emulator.DefaultAccount.ApiKey)
            .ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        services.AddHealthChecks().AddCheck<RecoupHealthCheck>("recoup", HealthStatus.Degraded);
        await using var provider = services.BuildServiceProvider();

        var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);

        var entry = health.Entries["recoup"];
        entry.Status.ShouldBe(expected, entry.Description);
        entry.Description.ShouldNotBeNull().ShouldContain(isRevoked ? "401" : "connectors are connected");
        (emulator.Journal.Count(), emulator.Journal.Executions().Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_span_of_a_typed_call_has_the_name_of_its_action()
    {
        await using var emulator = Start(ApiBehavior.Documented);
        using var recoup = emulator.CreateClient();
        using var parent = new Activity("test").Start();
        var names = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Recoup.Typed",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.TraceId == parent.TraceId)
                    names.Enqueue(span.DisplayName);
            },
        };
        ActivitySource.AddActivityListener(listener);

        await recoup.ExecuteAsync(Call, cancellationToken: Cancellation);
        await recoup.ExecuteAsync(Call.Slug, Call.ToJson(), cancellationToken: Cancellation);

        names.ShouldBe(["GMAIL_SEND_EMAIL", "executeConnectorAction"]);
    }

    [Fact]
    public async Task The_stack_trace_of_an_expectation_begins_in_the_code_of_the_caller()
    {
        await using var emulator = Start(ApiBehavior.Documented);

        foreach (var expectation in (Action[])[
            () => emulator.Journal.ShouldHaveExecuted(Gmail.SendEmail),
            () => emulator.Journal.Single(Gmail.SendEmail),
            () => emulator.Journal.Count(Call.Slug + "_AGAIN"),
            () => emulator.On(() => 7),
        ])
        {
            var failure = Should.Throw<RecoupEmulatorException>(expectation);
            failure.StackTrace!.Trim().Split('\n')[0].ShouldContain(nameof(ConnectionTests));
        }
    }

    private static RecoupEmulator Start(ApiBehavior behavior) =>
        RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
}
