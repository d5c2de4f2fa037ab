using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recoup.Typed.Tests.Telemetry;
using Recoup.Typed.Tests.Transport;

namespace Recoup.Typed.Tests;

public sealed class DependencyInjectionTests
{
    private readonly ScriptedHandler _handler = ScriptedHandler.Returning(HttpStatusCode.OK, """{"name":"Ada"}""");

    [Fact]
    public async Task A_registered_client_has_the_configured_options_and_the_handlers_of_the_caller()
    {
        var services = new ServiceCollection();
        services.Configure<RecoupClientOptions>(options => options.BaseAddress = new Uri("https://api.example"));
        services.AddRecoupClient(options => options.ApiKey = "k").ConfigurePrimaryHttpMessageHandler(() => _handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RecoupClient>().SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        var sent = _handler.Sent.ShouldHaveSingleItem();
        sent.Address.ShouldBe("https://api.example/api/things/7");
        sent.Headers["x-api-key"].ShouldBe("k");
    }

    [Fact]
    public async Task Options_configured_elsewhere_are_enough()
    {
        var services = new ServiceCollection();
        services.AddRecoupClient().ConfigurePrimaryHttpMessageHandler(() => _handler);
        services.PostConfigure<RecoupClientOptions>(options => options.AccessToken = "t");
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RecoupClient>().SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        _handler.Sent.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer t");
    }

    [Fact]
    public async Task A_second_registration_keeps_the_options_and_the_last_handler_wins()
    {
        var services = new ServiceCollection();
        services.AddRecoupClient(options => options.ApiKey = "k");
        services.AddRecoupClient().ConfigurePrimaryHttpMessageHandler(() => _handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RecoupClient>().SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        _handler.Sent.ShouldHaveSingleItem().Headers["x-api-key"].ShouldBe("k");
    }

    [Fact]
    public async Task Each_named_client_has_its_own_options_and_handlers()
    {
        var (press, label) = (ScriptedHandler.Returning(HttpStatusCode.OK, """{"name":"P"}"""), _handler);
        var services = new ServiceCollection();
        services.AddRecoupClient("press", options => options.ApiKey = "p").ConfigurePrimaryHttpMessageHandler(() => press);
        services.AddRecoupClient("label", options => options.ApiKey = "l").ConfigurePrimaryHttpMessageHandler(() => label);
        services.AddRecoupClient(options => options.ApiKey = "d").ConfigurePrimaryHttpMessageHandler(() => label);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();

        foreach (var client in (RecoupClient[])[
            provider.GetRequiredService<IRecoupClientFactory>().CreateClient("press"),
            scope.ServiceProvider.GetRequiredKeyedService<RecoupClient>("label"),
            scope.ServiceProvider.GetRequiredService<RecoupClient>(),
        ])
        {
            await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);
        }

        press.Sent.ShouldHaveSingleItem().Headers["x-api-key"].ShouldBe("p");
        label.Sent.Select(sent => sent.Headers["x-api-key"]).ShouldBe(["l", "d"]);
    }

    [Fact]
    public async Task A_client_that_is_not_registered_is_refused_with_the_names_of_the_others()
    {
        var services = new ServiceCollection();
        services.AddRecoupClient("press", options => options.ApiKey = "p");
        services.AddRecoupClient("label", options => options.ApiKey = "l");
        await using var provider = services.BuildServiceProvider();

        Should.Throw<ArgumentException>(() => provider.GetRequiredService<IRecoupClientFactory>().CreateClient("Press"))
            .Message.ShouldStartWith("There is no Recoup client 'Press'. Register it with services.AddRecoupClient(\"Press\", …). "
                + "Registered: 'label', 'press'.");
        Should.Throw<ArgumentException>(() => services.AddRecoupClient(" "));
        provider.GetService<RecoupClient>().ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, 1, 1, "MaxRetries must be between 0 and 100, but is -1.")]
    [InlineData(1, -1, 1, "Delay must be between zero and one day, but is -00:00:01.")]
    [InlineData(1, 1, 90_000, "MaxDelay must be between zero and one day, but is 1.01:00:00.")]
    public void Invalid_options_of_retries_are_refused(int retries, int delay, int longest, string message) =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddRecoupClient().AddRecoupRetries(options =>
        {
            options.MaxRetries = retries;
            options.Delay = TimeSpan.FromSeconds(delay);
            options.MaxDelay = TimeSpan.FromSeconds(longest);
        })).Message.ShouldStartWith("RecoupRetryOptions." + message);

    [Fact]
    public void Retries_belong_to_a_Recoup_client() =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddHttpClient("other").AddRecoupRetries())
            .Message.ShouldStartWith("Expected the builder that AddRecoupClient returns, got that of the HttpClient 'other'.");

    [Fact]
    public async Task Invalid_options_are_refused_when_the_client_is_created()
    {
        var services = new ServiceCollection();
        services.AddRecoupClient(options => (options.ApiKey, options.AccessToken) = ("sesame", "sesame"));
        await using var provider = services.BuildServiceProvider();

        var exception = Should.Throw<ArgumentException>(provider.GetRequiredService<RecoupClient>);

        exception.Message.ShouldStartWith("ApiKey and AccessToken are set");
        exception.ToString().ShouldNotContain("sesame");
    }

    [Fact]
    public async Task No_log_of_the_factory_or_the_client_contains_the_credential()
    {
        var log = new RecordingLoggerProvider();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddRecoupClient(options => options.ApiKey = Clients.Key).ConfigurePrimaryHttpMessageHandler(() => _handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<RecoupClient>().SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        log.Entries.ShouldContain(entry => entry.Category == "Recoup.Typed.RecoupClient");
        log.Entries.ShouldContain(entry => entry.Category.StartsWith("System.Net.Http", StringComparison.Ordinal));
        log.Entries.ShouldAllBe(entry => !entry.Text.Contains(Clients.Key));
    }
}
