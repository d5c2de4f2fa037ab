using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Transport;

namespace Recoup.Typed.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Quoted = "the server quotes a parameter";

    [Fact]
    public async Task A_success_is_traced_with_the_names_of_the_semantic_conventions()
    {
        var activity = await TraceAsync("traced", HttpStatusCode.OK, """{"name":"Ada"}""");

        activity.Kind.ShouldBe(ActivityKind.Client);
        activity.Status.ShouldBe(ActivityStatusCode.Unset);
        activity.TagObjects.ToDictionary().ShouldBe(new Dictionary<string, object?>
        {
            ["recoup.operation"] = "traced",
            ["http.request.method"] = "GET",
            ["url.template"] = "/traced",
            ["server.address"] = "api.recoupable.dev",
            ["server.port"] = 443,
            ["http.response.status_code"] = 200,
        }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, $$"""{"error":"{{Quoted}}"}""", "409")]
    [InlineData(HttpStatusCode.OK, $$"""{"error":"{{Quoted}}"}""", "Recoup.Typed.RecoupException")]
    public async Task A_failure_is_traced_by_its_kind_and_never_with_the_servers_message(
        HttpStatusCode status, string body, string errorType)
    {
        var activity = await TraceAsync($"failing{status}", status, body);

        activity.Status.ShouldBe(ActivityStatusCode.Error);
        activity.GetTagItem("error.type").ShouldBe(errorType);
        activity.StatusDescription.ShouldBeNull();
        activity.TagObjects.ShouldAllBe(tag => !$"{tag.Value}".Contains(Quoted) && !$"{tag.Value}".Contains(Clients.Key));
        activity.Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, null)]
    [InlineData(HttpStatusCode.BadGateway, "502")]
    public async Task Each_operation_is_measured_once_in_seconds(HttpStatusCode status, string? errorType)
    {
        var id = $"measured{status}";
        var clock = new ManualClock();
        var measured = new ConcurrentQueue<(double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument is { Meter.Name: "Recoup.Typed", Name: "recoup.client.operation.duration", Unit: "s" })
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary();
            if (Equals(named["recoup.operation"], id))
                measured.Enqueue((value, named));
        });
        listener.Start();
        var handler = new ScriptedHandler((_, _) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(1500));
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("""{"name":"Ada"}""") });
        });

        await SendAsync(handler, id, options => options.TimeProvider = clock);

        var (value, tags) = measured.ShouldHaveSingleItem();
        value.ShouldBe(1.5);
        tags["http.response.status_code"].ShouldBe((int)status);
        tags.GetValueOrDefault("error.type").ShouldBe(errorType);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, LogLevel.Debug, "readThing - returned 200 after 0 ms")]
    [InlineData(HttpStatusCode.NotFound, LogLevel.Warning, "readThing - failed with 404, status 404, after 0 ms")]
    public async Task Each_operation_is_logged_without_the_servers_message(HttpStatusCode status, LogLevel level, string text)
    {
        using var log = new RecordingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));

        await SendAsync(ScriptedHandler.Returning(status, """{"name":"Ada","error":"Ada"}"""), "readThing", options =>
        {
            options.LoggerFactory = factory;
            options.TimeProvider = new ManualClock();
        });

        log.Entries.ShouldHaveSingleItem().ShouldBe(new LogEntry("Recoup.Typed.RecoupClient", level, text));
    }

    [Fact]
    public async Task An_operation_without_a_response_is_logged_as_such()
    {
        using var log = new RecordingLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        var handler = new ScriptedHandler((_, _) => throw new HttpRequestException("Ada"));

        await Should.ThrowAsync<HttpRequestException>(() => SendAsync(handler, "readThing", options =>
        {
            options.LoggerFactory = factory;
            options.TimeProvider = new ManualClock();
        }));

        log.Entries.ShouldHaveSingleItem().ShouldBe(new LogEntry(
            "Recoup.Typed.RecoupClient", LogLevel.Warning, "readThing - got no response: System.Net.Http.HttpRequestException after 0 ms"));
    }

    private static async Task<Activity> TraceAsync(string id, HttpStatusCode status, string body)
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Recoup.Typed",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName == id)
                    stopped.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await SendAsync(ScriptedHandler.Returning(status, body), id);
        return stopped.ShouldHaveSingleItem();
    }

    private static async Task SendAsync(HttpMessageHandler handler, string id, Action<RecoupClientOptions>? configure = null)
    {
        using var client = Clients.Over(handler, configure);
        var operation = new OperationInfo { Id = id, Method = "GET", Path = $"/{id}", ApiKeyHeader = "x-api-key" };
        try
        {
            await client.SendAsync(Requests.To(operation), TestContext.Current.CancellationToken);
        }
        catch (RecoupException)
        {
            // Some of these tests examine the traces of failures.
        }
    }
}
