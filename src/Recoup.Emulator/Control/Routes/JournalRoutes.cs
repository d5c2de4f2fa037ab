using System.Globalization;
using System.Text.Json;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Control.Routes;

/// <summary>The journal, and what a test expects of it.</summary>
internal static class JournalRoutes
{
    private const int DefaultLimit = 100;
    private const int MostLimit = 10_000;

    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/journal", List)
        {
            Query = ["action", "account", "executed", "status", "search", "after", "before", "last", "limit", "bodies"],
        },
        new("DELETE", "/_recoup/journal", Clear),
        new("GET", "/_recoup/journal/{number}", Get),
        new("GET", "/_recoup/recording", Export) { Query = ["action"] },
        new("POST", "/_recoup/expectations", Expect) { Body = ControlBody.Json },
        new("POST", "/_recoup/verification", Verify),
    ];

    private static ApiResponse List(ControlCall call)
    {
        var limit = (int)(call.Integer("limit", 1, MostLimit) ?? DefaultLimit);
        var hasBodies = call.Flag("bodies") ?? true;
        var matching = Filter(call).ToArray();
        var shown = call.Flag("last") == true ? matching.TakeLast(limit) : matching.Take(limit);
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("exchanges");
            foreach (var exchange in shown)
                ExchangeJson.Write(writer, exchange, hasBodies, hasBodies);
            writer.WriteEndArray();
            writer.WriteNumber("total", matching.Length);
            writer.WriteNumber("dropped", call.Engine.Journal.Dropped);
            writer.WriteStartArray("inFlight");
            foreach (var request in call.Engine.Exchanges.InFlight)
                writer.WriteStringValue(request);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static IEnumerable<Exchange> Filter(ControlCall call)
    {
        var action = call.Text("action") is { } slug ? call.Action(slug) : null;
        var account = call.Text("account") is { } name ? call.Named(name) : null;
        var (executed, status, search) = (call.Flag("executed"), call.Integer("status", 100, 599), call.TextOrEmpty("search"));
        var (after, before) = (call.Integer("after", 0, long.MaxValue) ?? 0, call.Integer("before", 0, long.MaxValue) ?? long.MaxValue);
        return call.Engine.Exchanges.Recorded(action).Where(exchange =>
            exchange.Number > after && exchange.Number < before
            && (account is null || exchange.Account == account || exchange.Caller == account)
            && (executed is null || exchange.Executed == executed)
            && (status is null || exchange.Status == status)
            && (search is null || Has(exchange, search)));
    }

    private static bool Has(Exchange exchange, string text) =>
        new[] { exchange.Operation, exchange.Slug, exchange.Outcome, exchange.Error }
            .Any(part => part?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    private static ApiResponse Clear(ControlCall call)
    {
        call.Engine.Journal.Clear();
        return ControlCall.Done;
    }

    private static async ValueTask<ApiResponse> Get(ControlCall call)
    {
        var exchange = (long.TryParse(call.Path["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? call.Engine.Exchanges.Find(number)
                : null)
            ?? throw ControlCall.NotFound("exchange", call.Path["number"], []);
        var miss = await MissAsync(call, exchange).ConfigureAwait(false);
        return ControlCall.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("exchange");
            ExchangeJson.Write(writer, exchange, hasParameters: true, hasResponse: true);
            if (miss is { } explained)
                WriteMiss(writer, explained.Nearest);
            writer.WriteEndObject();
        });
    }

    /// <summary>Why no stub answers the call of an exchange; null if one did, or if the call was refused before.</summary>
    private static async ValueTask<(NearMiss? Nearest, bool)?> MissAsync(ControlCall call, Exchange exchange)
    {
        if (exchange is not { LastStub: { } last, Slug: { } slug, Account: { } account })
            return null;

        using var lifetime = new RequestLifetime(() => call.Aborted, CancellationToken.None);
        var stubCall = new StubCall(slug, account, exchange.Parameters, lifetime, new SchemaWork());
        var stubs = call.Engine.Services.Stubs.Stubs.Where(stub => stub.Id <= last).ToArray();
        return (await NearMiss.FindAsync(stubCall, stubs).ConfigureAwait(false), true);
    }

    private static void WriteMiss(Utf8JsonWriter writer, NearMiss? nearest)
    {
        writer.WriteStartObject("nearMiss");
        if (nearest is not null)
        {
            writer.WriteNumber("stub", nearest.Stub.Id);
            writer.WriteBoolean("isUsedUp", nearest.Stub.IsUsedUp);
            writer.WriteStartArray("conditions");
            foreach (var (text, whyNot) in nearest.Checks)
            {
                writer.WriteStartObject();
                writer.WriteString("text", text);
                writer.WriteBoolean("holds", whyNot is null);
                if (whyNot is { Length: > 0 })
                    writer.WriteString("reason", whyNot);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteNumber("of", nearest?.Of ?? 0);
        writer.WriteString("text", UnscriptedCall.Describe(nearest));
        writer.WriteEndObject();
    }

    // The writer of recordings writes files, beside which their key is.
    private static async ValueTask<ApiResponse> Export(ControlCall call)
    {
        var exchanges = call.Text("action") is { } slug ? call.Engine.Journal.All(call.Action(slug)) : call.Engine.Journal.All();
        var folder = Directory.CreateTempSubdirectory("recoup-");
        try
        {
            var path = Path.Combine(folder.FullName, "recording.jsonl");
            call.Engine.Journal.SaveRecording(path, exchanges);
            return new ApiResponse(200, "application/jsonl", await File.ReadAllBytesAsync(path, call.Aborted).ConfigureAwait(false));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ApiResponse Expect(ControlCall call)
    {
        var (slug, times, isCalled) = ((string?)null, (int?)null, false);
        var value = ControlBody.Parse(call.Body);
        value.Members(
            "an expectation",
            [
                new("action", action => slug = action.Text("the slug of an action")),
                new("executed", count => times = count.Integer(0, int.MaxValue)),
                new("called", called => isCalled = called.False()),
            ],
            "action");
        if (times is null == !isCalled && value.Problems.InOrder.Count == 0)
            value.Unexpected("an expectation with either 'executed' or 'called'", times is null ? "neither" : "both");
        ControlBody.Require(value);
        var action = call.Action(slug!);
        return Check(() =>
        {
            if (times is { } expected)
                call.Engine.Journal.ShouldHaveExecuted(action, expected);
            else
                call.Engine.Journal.ShouldNotHaveCalled(action);
        });
    }

    private static ApiResponse Verify(ControlCall call) => Result(call.Engine.FindLeftOver());

    private static ApiResponse Check(Action check)
    {
        try
        {
            check();
            return Result([]);
        }
        catch (RecoupEmulatorException exception)
        {
            return Result([exception.Message]);
        }
    }

    private static ApiResponse Result(IReadOnlyList<string> problems) => ControlCall.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("passed", problems.Count == 0);
        writer.WriteStartArray("problems");
        foreach (var problem in problems)
            writer.WriteStringValue(problem);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
