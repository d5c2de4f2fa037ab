using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace ReleaseWorker;

/// <summary>The two ways to retry. The client sends a call once, because only the caller knows which way is right for an action.</summary>
/// <param name="clock">The clock of the delays between attempts. In tests it is the emulator's, so no test waits.</param>
/// <param name="logger">The logger.</param>
internal sealed class Retries(TimeProvider clock, ILogger<Retries> logger)
{
    /// <summary>For reads, and for writes that have the same effect when they are repeated.</summary>
    public ResiliencePipeline Repeatable { get; } = Pipeline(clock, logger, Failures.IsTransient);

    /// <summary>For posts: retries only if it is certain that nothing was executed.</summary>
    public ResiliencePipeline Once { get; } = Pipeline(
        clock, logger, failure => Failures.IsTransient(failure) && !Failures.MayHaveTakenEffect(failure));

    private static ResiliencePipeline Pipeline(TimeProvider clock, ILogger logger, Func<Exception, bool> shouldRetry) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle(shouldRetry),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(2),
                MaxRetryAttempts = 3,
                OnRetry = retry =>
                {
                    logger.Retrying(retry.RetryDelay.TotalSeconds, retry.Outcome.Exception!.Message);
                    return default;
                },
            })
            .Build();
}
