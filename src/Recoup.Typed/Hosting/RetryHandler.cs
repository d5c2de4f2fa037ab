using System.Net;
using System.Security.Cryptography;
using Recoup.Typed.Transport;

namespace Recoup.Typed.Hosting;

/// <summary>
/// Repeats requests that failed for a reason that may pass. A request that may change something is repeated only if it is certain that it
/// had no effect.
/// </summary>
internal sealed class RetryHandler(RecoupRetryOptions options, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var retries = 0; ; retries++)
        {
            TimeSpan delay;
            try
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (retries >= options.MaxRetries || !MayPass(response.StatusCode) || !IsAllowed(request, response.StatusCode)
                    || DelayOf(response, retries) is not { } wait)
                {
                    return response;
                }

                delay = wait;
                response.Dispose();
            }
            catch (HttpRequestException exception)
                when (retries < options.MaxRetries && (!SendMark.IsNeeded(request.Method) || !ExecutionDoubt.Of(exception)))
            {
                delay = Backoff(retries);
            }

            await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(false);
            SendMark.Of(request)?.Permit();
        }
    }

    private static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static bool IsAllowed(HttpRequestMessage request, HttpStatusCode status) =>
        !SendMark.IsNeeded(request.Method) || !ExecutionDoubt.Of(status);

    private TimeSpan? DelayOf(HttpResponseMessage response, int retries)
    {
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => TimeSpan.Zero,
        };
        var own = Backoff(retries);
        return asked > options.MaxDelay ? null : asked > own ? asked : own;
    }

    private TimeSpan Backoff(int retries)
    {
        var random = 1 + (RandomNumberGenerator.GetInt32(1000) / 4000.0);
        var delay = options.Delay.TotalMilliseconds * Math.Pow(2, retries) * random;
        return TimeSpan.FromMilliseconds(Math.Min(delay, options.MaxDelay.TotalMilliseconds));
    }
}
