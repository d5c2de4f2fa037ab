using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;
using Send = System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage>>;

namespace Recoup.EndToEnd.Tests;

/// <summary>
/// Exceptions that Polly's strategies throw in a handler of the HttpClient reach the caller unchanged. The tests run the real strategies.
/// </summary>
public sealed class HandlerExceptionTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    private static readonly ActionCall<JsonElement> Call = Gmail.SendEmail(to: ["ada@example.com"], body: "Hello.");

    // The request must have reached the emulator by then.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    private static readonly Dictionary<string, Func<Send, CancellationToken, Task<HttpResponseMessage>>> Strategies = new()
    {
        ["a timeout"] = RunIn(new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(Soon)),
        ["a broken circuit"] = RunInBrokenCircuit,
        ["an isolated circuit"] = RunInIsolatedCircuit,
        ["a rate limiter"] = RunIn(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRateLimiter(NoPermits())),
        ["a timeout of Polly 7"] = (send, cancellation) =>
            Policy.TimeoutAsync<HttpResponseMessage>(Soon).ExecuteAsync(token => send(token), cancellation),
        ["a bulkhead of Polly 7"] = RunInFullBulkhead,
        ["a token of a handler"] = async (send, _) =>
        {
            using var own = new CancellationTokenSource(Soon);
            return await send(own.Token);
        },
        ["a wait of a handler"] = (send, cancellation) => send(cancellation).WaitAsync(Soon, cancellation),
        ["a handler that gives up"] = async (send, cancellation) =>
        {
            await Task.WhenAny(send(cancellation), Task.Delay(Soon, cancellation));
            throw new OperationCanceledException("The handler gave up.");
        },
    };

    [Theory]
    [InlineData("a timeout", "Polly.Timeout.TimeoutRejectedException", 1)]
    [InlineData("a broken circuit", "Polly.CircuitBreaker.BrokenCircuitException", 0)]
    [InlineData("an isolated circuit", "Polly.CircuitBreaker.IsolatedCircuitException", 0)]
    [InlineData("a rate limiter", "Polly.RateLimiting.RateLimiterRejectedException", 0)]
    [InlineData("a timeout of Polly 7", "Polly.Timeout.TimeoutRejectedException", 1)]
    [InlineData("a bulkhead of Polly 7", "Polly.Bulkhead.BulkheadRejectedException", 0)]
    [InlineData("a token of a handler", "System.Threading.Tasks.TaskCanceledException", 1)]
    [InlineData("a wait of a handler", "System.TimeoutException", 1)]
    [InlineData("a handler that gives up", "System.OperationCanceledException", 1)]
    public async Task An_exception_of_a_handler_reaches_the_caller_unchanged_and_leaves_the_execution_in_doubt(
        string strategy, string exception, int requests)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using (var first = emulator.CreateClient())
            await first.ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken);
        emulator.On(Call).Fails(TransportFault.Hang);
        await using var services = Services(emulator, new Strategy(Strategies[strategy]));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<RecoupClient>()
            .ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        thrown.GetType().FullName.ShouldBe(exception);
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
        (emulator.Journal.Count(Gmail.SendEmail) - 1).ShouldBe(requests);
    }

    [Theory]
    [InlineData(303, true)]
    [InlineData(307, false)]
    [InlineData(408, true)]
    [InlineData(429, false)]
    [InlineData(499, true)]
    public async Task A_status_without_an_exception_of_its_own_leaves_the_execution_in_doubt_only_if_the_server_may_have_gone_on(
        int status, bool mayHaveExecuted)
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.On(Call).AnswersHtml(status);
        await using var services = Services(emulator, new Strategy((send, cancellation) => send(cancellation)));

        var thrown = await Should.ThrowAsync<RecoupException>(services.GetRequiredService<RecoupClient>()
            .ExecuteAsync(Call, cancellationToken: TestContext.Current.CancellationToken));

        thrown.ShouldBeOfType<RecoupException>();
        ((int)thrown.StatusCode).ShouldBe(status);
        RecoupClient.MayHaveExecuted(thrown).ShouldBe(mayHaveExecuted);
    }

    private static ServiceProvider Services(RecoupEmulator emulator, Strategy strategy)
    {
        var services = new ServiceCollection();
        services.AddRecoupClient(options => options.ApiKey = emulator.DefaultAccount.ApiKey)
            .AddHttpMessageHandler(() => strategy)
            .ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        return services.BuildServiceProvider();
    }

    private static Func<Send, CancellationToken, Task<HttpResponseMessage>> RunIn(ResiliencePipelineBuilder<HttpResponseMessage> builder)
    {
        var pipeline = builder.Build();
        return (send, cancellation) => pipeline.ExecuteAsync(async token => await send(token), cancellation).AsTask();
    }

    private static async Task<HttpResponseMessage> RunInBrokenCircuit(Send send, CancellationToken cancellation)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage> { MinimumThroughput = 2 })
            .Build();
        for (var i = 0; i < 2; i++)
        {
            await Should.ThrowAsync<HttpRequestException>(pipeline.ExecuteAsync<HttpResponseMessage>(
                _ => throw new HttpRequestException("An earlier request failed."), cancellation).AsTask());
        }

        return await pipeline.ExecuteAsync(async token => await send(token), cancellation);
    }

    private static async Task<HttpResponseMessage> RunInIsolatedCircuit(Send send, CancellationToken cancellation)
    {
        var control = new CircuitBreakerManualControl();
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage> { ManualControl = control })
            .Build();
        await control.IsolateAsync(cancellation);
        return await pipeline.ExecuteAsync(async token => await send(token), cancellation);
    }

    private static async Task<HttpResponseMessage> RunInFullBulkhead(Send send, CancellationToken cancellation)
    {
        var policy = Policy.BulkheadAsync<HttpResponseMessage>(maxParallelization: 1);
        var end = new TaskCompletionSource<HttpResponseMessage>();
        var other = policy.ExecuteAsync(() => end.Task);
        try
        {
            return await policy.ExecuteAsync(token => send(token), cancellation);
        }
        finally
        {
            end.SetResult(new HttpResponseMessage());
            (await other).Dispose();
        }
    }

    private static ConcurrencyLimiter NoPermits()
    {
        var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });
        limiter.AttemptAcquire();
        return limiter;
    }

    private sealed class Strategy(Func<Send, CancellationToken, Task<HttpResponseMessage>> run) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            run(token => base.SendAsync(request, token), cancellationToken);
    }
}
