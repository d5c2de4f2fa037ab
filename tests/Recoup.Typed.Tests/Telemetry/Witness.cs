using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Recoup.Typed.Tests.Telemetry;

/// <summary>
/// Records everything that an operator may see of a process: every log entry with its scopes and values, every activity, every measurement.
/// </summary>
internal sealed class Witness : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(string Place, string Text)> _seen = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;
    private readonly string _category;

    public Witness()
    {
        _category = "";
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = See,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = (instrument, self) => self.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => See(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => See(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument, tags));
        _meters.Start();
    }

    private Witness(Witness all, string category) =>
        (_seen, _activities, _meters, _category) = (all._seen, all._activities, all._meters, category);

    /// <summary>The places where something was seen: the categories of logs, the sources of activities, the names of meters.</summary>
    public IReadOnlySet<string> Places => _seen.Select(seen => seen.Place).ToHashSet(StringComparer.Ordinal);

    /// <summary>What was seen that contains a text.</summary>
    public IReadOnlyList<string> Quoting(string text) =>
        [.. _seen.Where(seen => seen.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(seen => $"{seen.Place}: {seen.Text}")];

    /// <summary>Records an exception with all its causes and all its data.</summary>
    public void See(Exception exception)
    {
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            See("exception", current);
            foreach (var property in current.GetType().GetProperties())
                See("exception", property.GetValue(current) is JsonElement json ? json.GetRawText() : property.GetValue(current));
        }
    }

    /// <summary>Records a value, and the items of a list.</summary>
    public void See(string place, object? value)
    {
        _seen.Enqueue((place, value?.ToString() ?? ""));
        if (value is not (null or string) && value is IEnumerable items)
        {
            foreach (var item in items)
                See(place, item is DictionaryEntry entry ? $"{entry.Key}={entry.Value}" : item);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Witness(this, categoryName);

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        See(_category, state);
        return null;
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        See(_category, formatter(state, exception));
        See(_category, state);
        if (exception is not null)
            See(_category, exception);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void See(Activity activity)
    {
        var place = activity.Source.Name;
        See(place, $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription}");
        See(place, activity.TagObjects);
        See(place, activity.Baggage);
        foreach (var happened in activity.Events)
        {
            See(place, happened.Name);
            See(place, happened.Tags);
        }
    }

    private void See(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        See(instrument.Meter.Name, instrument.Name);
        foreach (var tag in tags)
            See(instrument.Meter.Name, tag);
    }
}
