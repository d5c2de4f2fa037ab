using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Recoup.Typed;

/// <summary>
/// Checks that the API responds and accepts the credential. It lists the connectors and executes nothing. Add it with
/// <c>services.AddHealthChecks().AddCheck&lt;RecoupHealthCheck&gt;("recoup")</c>.
/// </summary>
/// <param name="client">The client to check.</param>
public sealed class RecoupHealthCheck(RecoupClient client) : IHealthCheck
{
    /// <summary>Lists the connectors of the credential's account.</summary>
    /// <param name="context">The registration, which says what a failure means.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var response = await client.Api.ListConnectorsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var connected = response.Connectors.Count(connector => connector.IsConnected);
            return HealthCheckResult.Healthy($"{connected} of {response.Connectors.Count} connectors are connected.");
        }
        catch (Exception exception) when (exception is RecoupException or HttpRequestException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception);
        }
    }
}
