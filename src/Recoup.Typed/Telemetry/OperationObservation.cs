using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Telemetry;

/// <summary>Observes one operation; the measurement, the trace and the log are written when it is disposed.</summary>
internal sealed class OperationObservation(
    OperationInfo operation,
    RequestSubject subject,
    Activity? activity,
    Histogram<double> duration,
    ILogger logger,
    TimeProvider clock) : IDisposable
{
    private readonly long _start = clock.GetTimestamp();
    private HttpStatusCode? _status;
    private string? _errorType;

    public void Responded(HttpStatusCode status) => _status = status;

    /// <summary>
    /// Records the kind of failure alone: the exception's message quotes the server, and the server may quote parameters.
    /// </summary>
    public void Failed(Exception exception) =>
        _errorType = exception is RecoupException { StatusCode: >= HttpStatusCode.Ambiguous and var status }
            ? ((int)status).ToString(CultureInfo.InvariantCulture)
            : exception.GetType().FullName ?? nameof(Exception);

    public void Dispose()
    {
        var elapsed = clock.GetElapsedTime(_start);
        Measure(elapsed);
        Trace();
        Log(elapsed);
    }

    private void Measure(TimeSpan elapsed)
    {
        if (!duration.Enabled)
            return;
        var tags = new TagList { { TelemetryNames.Operation, operation.Id } };
        if (subject is { IsGenerated: true, Slug: { } slug })
            tags.Add(TelemetryNames.ActionSlug, slug);
        if (_status is { } status)
            tags.Add(TelemetryNames.Status, (int)status);
        if (_errorType is not null)
            tags.Add(TelemetryNames.ErrorType, _errorType);
        duration.Record(elapsed.TotalSeconds, tags);
    }

    private void Trace()
    {
        if (activity is null)
            return;
        if (_status is { } status)
            activity.SetTag(TelemetryNames.Status, (int)status);
        if (_errorType is not null)
        {
            activity.SetTag(TelemetryNames.ErrorType, _errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }

    private void Log(TimeSpan elapsed)
    {
        var level = _errorType is null ? LogLevel.Debug : LogLevel.Warning;
        var slug = subject.Slug is { } text && logger.IsEnabled(level) ? Excerpt.Of(text) : ClientLog.NoSlug;
        if (_errorType is null)
            logger.Succeeded(operation.Id, slug, (int?)_status, elapsed.TotalMilliseconds);
        else if (_status is { } status)
            logger.Failed(operation.Id, slug, _errorType, (int)status, elapsed.TotalMilliseconds);
        else
            logger.Unanswered(operation.Id, slug, _errorType, elapsed.TotalMilliseconds);
    }
}
