using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace ReleaseWorker;

/// <summary>The two ways to call again. The client itself never does: only the caller knows which of them an action bears.</summary>
internal sealed class Retries(TimeProvider clock, ILogger<Retries> logger)
{
    /// <summary>For reads, and for writes that leave the same behind when they are done twice.</summary>
    public ResiliencePipeline Repeatable { get; } = Pipeline(clock, logger, Failures.IsTransient);

    /// <summary>For what the world sees: only where it is certain that nothing was executed.</summary>
    public ResiliencePipeline Once { get; } = Pipeline(clock, logger, failure => Failures.IsTransient(failure) && !Failures.MayHaveTakenEffect(failure));

    private static ResiliencePipeline Pipeline(TimeProvider clock, ILogger logger, Func<Exception, bool> bears) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle(bears),
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
