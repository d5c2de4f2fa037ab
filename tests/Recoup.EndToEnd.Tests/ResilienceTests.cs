using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests;

/// <summary>
/// Handlers that repeat requests, as applications add them, and failures that make them do so. No action is executed twice.
/// </summary>
public sealed class ResilienceTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    private static readonly ActionCall<JsonElement> Call = Gmail.SendEmail(to: ["ada@example.com"], body: "Hello.");

    private static readonly Dictionary<string, Action<IServiceCollection>> Handlers = new()
    {
        ["none"] = services => services.AddRecoupClient(),
        ["standard resilience for all clients"] = services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
            services.AddRecoupClient();
        },
        ["standard resilience for all clients, registered last"] = services =>
        {
            services.AddRecoupClient();
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        },
        ["service defaults as Aspire writes them"] = services =>
        {
            AddServiceDefaults(services);
            services.AddRecoupClient();
        },
        ["service defaults as Aspire writes them, registered last"] = services =>
        {
            services.AddRecoupClient();
            AddServiceDefaults(services);
        },
        ["standard resilience for this client"] = services => services.AddRecoupClient().AddStandardResilienceHandler(),
        ["a pipeline for this client"] = services => services.AddRecoupClient().AddResilienceHandler("own", pipeline =>
            pipeline.AddRetry(new() { MaxRetryAttempts = 2, Delay = TimeSpan.Zero })),
        ["hedging for this client"] = services => services.AddRecoupClient().AddStandardHedgingHandler(),
        ["hedging for all clients"] = services =>
        {
            services.AddRecoupClient();
            services.ConfigureHttpClientDefaults(http => http.AddStandardHedgingHandler());
        },
        ["a policy of Polly 7"] = services => services.AddRecoupClient().AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)),
        ["a policy of Polly 7 for all clients"] = services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)));
            services.AddRecoupClient();
        },
        ["a retry of the application"] = services => services.AddRecoupClient().AddHttpMessageHandler(() => new Retry(copies: false)),
        ["a retry of the application, with copies"] = services =>
            services.AddRecoupClient().AddHttpMessageHandler(() => new Retry(copies: true)),
        ["a retry of the application for all clients"] = services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Retry(copies: false)));
            services.AddRecoupClient();
        },
        ["the client's own retries"] = services => services.AddRecoupClient().AddRecoupRetries(retry => retry.Delay = TimeSpan.Zero),
    };

    private static readonly Dictionary<string, Action<ActionStub>> Failures = new()
    {
        ["the reply is lost"] = stub => stub.ExecutesThenLosesReply(),
        ["502"] = stub => stub.FailsUpstream(),
        ["500"] = stub => stub.AnswersHtml(500),
        ["408"] = stub => stub.AnswersHtml(408),
        ["429"] = stub => stub.AnswersHtml(429),
        ["a reset"] = stub => stub.Fails(TransportFault.Reset),
        ["a refused connection"] = stub => stub.Fails(TransportFault.Refused),
        ["a timeout"] = stub => stub.Fails(TransportFault.Hang),
    };

    public static MatrixTheoryData<string, string> Cells => new(Handlers.Keys, Failures.Keys);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task An_action_is_executed_once_whatever_repeats_requests(string handlers, string failure)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        Failures[failure](emulator.On(Call));
        await using var services = Services(emulator, Handlers[handlers], TimeSpan.FromMilliseconds(failure == "a timeout" ? 100 : 10_000));

        var thrown = await Should.ThrowAsync<Exception>(services.GetRequiredService<RecoupClient>()
            .ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        var mayRepeat = handlers == "the client's own retries" && failure is "429" or "a refused connection";
        emulator.Journal.Count(Gmail.SendEmail).ShouldBe(mayRepeat ? 4 : 1);
        emulator.Journal.Executions().Count.ShouldBeLessThanOrEqualTo(1);
        if (thrown is InvalidOperationException)
        {
            handlers.ShouldStartWith("a retry of the application");
            thrown.Message.ShouldContain("AddRecoupRetries");
            thrown.InnerException.ShouldNotBeNull();
        }
        else
        {
            thrown.ShouldSatisfyAllConditions(exception =>
                (exception is RecoupException or HttpRequestException or TaskCanceledException).ShouldBeTrue(exception.ToString()));
        }
    }

    [Theory]
    [InlineData("the reply is lost", true)]
    [InlineData("502", true)]
    [InlineData("429", false)]
    [InlineData("a refused connection", false)]
    public async Task The_first_failure_decides_whether_the_action_may_have_been_executed(string failure, bool mayHaveExecuted)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        Failures[failure](emulator.On(Call));
        await using var services = Services(emulator, Handlers["a retry of the application"], TimeSpan.FromSeconds(10));

        var thrown = await Should.ThrowAsync<InvalidOperationException>(services.GetRequiredService<RecoupClient>()
            .ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        RecoupClient.MayHaveExecuted(thrown).ShouldBe(mayHaveExecuted);
        thrown.InnerException.ShouldBeAssignableTo(failure is "502" or "429" ? typeof(RecoupException) : typeof(HttpRequestException));
    }

    [Fact]
    public async Task A_retry_over_an_own_HttpClient_is_noticed()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(Call).FailsUpstream();
        using var http = new HttpClient(new Retry(copies: false) { InnerHandler = emulator.CreateHandler() });
        using var recoup = new RecoupClient(http, new RecoupClientOptions { ApiKey = emulator.DefaultAccount.ApiKey });

        var thrown = await Should.ThrowAsync<InvalidOperationException>(
            recoup.ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        thrown.Message.ShouldStartWith("A handler of the HttpClient tried to send GMAIL_SEND_EMAIL again.");
        thrown.Message.ShouldNotContain("inner exception", customMessage: "the client did not see how the first request ended");
        thrown.InnerException.ShouldBeNull();
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
        emulator.Journal.Count(Gmail.SendEmail).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_after_a_success_is_reported_as_one()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        await using var services = Services(
            emulator,
            registered => registered.AddRecoupClient().AddHttpMessageHandler(() => new Retry(copies: false, isDone: _ => false)),
            TimeSpan.FromSeconds(10));

        var thrown = await Should.ThrowAsync<InvalidOperationException>(services.GetRequiredService<RecoupClient>()
            .ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        thrown.InnerException.ShouldBeOfType<RecoupException>().Message.ShouldBe(
            "The first request succeeded: GMAIL_SEND_EMAIL returned 200 OK, but the handler did not return this response.");
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
        emulator.Journal.Executions().Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_retry_without_doubt_the_next_failure_decides()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(Call).AnswersHtml(429).Then.ExecutesThenLosesReply();
        await using var services = Services(
            emulator,
            registered => registered.AddRecoupClient()
                .AddRecoupRetries(retry => retry.Delay = TimeSpan.Zero)
                .AddHttpMessageHandler(() => new Retry(copies: false, isDone: _ => true)),
            TimeSpan.FromSeconds(10));

        var thrown = await Should.ThrowAsync<InvalidOperationException>(services.GetRequiredService<RecoupClient>()
            .ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        thrown.InnerException.ShouldBeOfType<HttpRequestException>();
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
        emulator.Journal.Executions().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("standard resilience for all clients")]
    [InlineData("service defaults as Aspire writes them")]
    [InlineData("the client's own retries")]
    public async Task Requests_that_only_read_are_repeated(string handlers)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        var failing = new FailsFirst { InnerHandler = emulator.CreateHandler() };
        await using var services = Services(emulator, Handlers[handlers], TimeSpan.FromSeconds(30), failing);

        var actions = await services.GetRequiredService<RecoupClient>()
            .ListActionsAsync(cancellationToken: TestContext.Current.CancellationToken);

        actions.ShouldNotBeEmpty();
        failing.Requests.ShouldBe(2);
    }

    // Word for word, without what concerns no HttpClient.
    private static void AddServiceDefaults(IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            // Turn on resilience by default
            http.AddStandardResilienceHandler();

            // Turn on service discovery by default
            http.AddServiceDiscovery();
        });
    }

    private static ServiceProvider Services(
        RecoupEmulator emulator, Action<IServiceCollection> register, TimeSpan timeout, HttpMessageHandler? primary = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        register(services);
        services.AddRecoupClient(options =>
        {
            options.ApiKey = emulator.DefaultAccount.ApiKey;
            options.Timeout = timeout;
        }).ConfigurePrimaryHttpMessageHandler(() => primary ?? emulator.CreateHandler());
        return services.BuildServiceProvider();
    }

    private sealed class Retry(bool copies, Func<HttpResponseMessage, bool>? isDone = null) : DelegatingHandler
    {
        private readonly Func<HttpResponseMessage, bool> _isDone = isDone ?? (response => response.IsSuccessStatusCode);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var left = 2; ; left--)
            {
                try
                {
                    var message = copies ? await CopyAsync(request, cancellationToken) : request;
                    var response = await base.SendAsync(message, cancellationToken);
                    if (left == 0 || _isDone(response))
                        return response;
                    response.Dispose();
                }
                catch (Exception) when (left > 0)
                {
                }
            }
        }

        private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            if (request.Content is { } content)
            {
                copy.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync(cancellationToken));
                copy.Content.Headers.ContentType = content.Headers.ContentType;
            }

            foreach (var header in request.Headers)
                copy.Headers.Add(header.Key, header.Value);
            foreach (var option in request.Options)
                ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
            return copy;
        }
    }

    private sealed class FailsFirst : DelegatingHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++Requests == 1
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable))
                : base.SendAsync(request, cancellationToken);
    }
}
