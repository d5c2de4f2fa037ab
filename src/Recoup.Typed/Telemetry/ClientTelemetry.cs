using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Telemetry;

/// <summary>
/// Traces, measurements and logs of one client. None of them contains a parameter, a credential or a message of the server.
/// </summary>
internal sealed class ClientTelemetry(ILoggerFactory? loggerFactory, TimeProvider clock)
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of the <see cref="Meter"/>.</summary>
    public const string Name = "Recoup.Typed";

    /// <summary>The full name of <see cref="RecoupClient"/>.</summary>
    private const string LogCategory = "Recoup.Typed.RecoupClient";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    // OpenTelemetry's buckets for HTTP durations and longer ones, because a call of an action can take seconds.
    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        TelemetryNames.OperationDuration,
        unit: "s",
        description: "Duration of an operation, from the request for the token to the end of the response.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
        });

    private readonly ILogger _logger = loggerFactory?.CreateLogger(LogCategory) ?? NullLogger.Instance;

    public OperationObservation Observe(OperationInfo operation, RequestSubject subject, ClientSettings settings)
    {
        // The slugs of generated calls come from the catalog, so there are not too many names.
        var name = subject is { IsGenerated: true, Slug: { } known } ? known : operation.Id;
        var activity = Source.StartActivity(name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryNames.Operation, operation.Id);
            activity.SetTag(TelemetryNames.Method, operation.Method);
            activity.SetTag(TelemetryNames.PathTemplate, operation.Path);
            activity.SetTag(TelemetryNames.ServerAddress, settings.BaseAddress.Host);
            activity.SetTag(TelemetryNames.ServerPort, settings.BaseAddress.Port);
            if (subject.Slug is { } slug)
                activity.SetTag(TelemetryNames.ActionSlug, Excerpt.Of(slug));
            if (subject.Account is { } account)
                activity.SetTag(TelemetryNames.Account, account.ToString());
        }

        return new OperationObservation(operation, subject, activity, Duration, _logger, clock);
    }
}
