using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Control;

public sealed class EventTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exchanges_and_changes_arrive_as_they_happen()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await using var events = await Listener.StartAsync(controlled);

        await controlled.Http.ExecuteAsync(Update, ValidUpdate);
        var exchange = await events.NextAsync("exchange");
        controlled.Emulator.Connect("linkedin");
        var changed = await events.NextAsync("changed");
        await controlled.Control.ResetAsync(Canceled);

        // A reset changes more than one thing, and may be told in more than one event.
        while (!WhatOf(await events.NextAsync("changed")).Contains("state"))
        {
        }

        exchange.Data.GetProperty("slug").GetString().ShouldBe(Update);
        exchange.Data.GetProperty("executed").GetBoolean().ShouldBeTrue();
        exchange.Data.TryGetProperty("parameters", out _).ShouldBeFalse();
        WhatOf(changed).ShouldBe(["accounts"]);

        static IEnumerable<string?> WhatOf(Event changed) =>
            changed.Data.GetProperty("what").EnumerateArray().Select(what => what.GetString());
    }

    [Fact]
    public async Task Changes_of_stubs_arrive()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await using var events = await Listener.StartAsync(controlled);

        var stub = controlled.Emulator.On(Update);
        await ShouldComeAsync();
        controlled.Emulator.Remove(stub);
        await ShouldComeAsync();
        controlled.Emulator.ClearStubs();
        await ShouldComeAsync();

        async Task ShouldComeAsync() =>
            (await events.NextAsync("changed")).Data.GetRawText().ShouldBe("""{"what":["stubs"]}""");
    }

    [Fact]
    public async Task A_listener_that_comes_back_gets_what_it_missed()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        string id;
        await using (var events = await Listener.StartAsync(controlled))
        {
            await controlled.Http.ExecuteAsync(Update, ValidUpdate);
            id = (await events.NextAsync("exchange")).Id!;
        }

        await controlled.Http.ExecuteAsync(Post, ValidPost);
        await using var again = await Listener.StartAsync(controlled, id);
        await using var foreign = await Listener.StartAsync(controlled, "ffffffff-1");

        (await again.NextAsync("exchange")).Data.GetProperty("slug").GetString().ShouldBe(Post);
        (await foreign.NextAsync("changed")).Data.GetRawText().ShouldBe("""{"what":["state"]}""");
        (await foreign.NextAsync("exchange")).Data.GetProperty("slug").GetString().ShouldBe(Update);
    }

    [Fact]
    public async Task A_listener_is_told_how_many_exchanges_the_journal_has_dropped()
    {
        await using var controlled = await ControlledEmulator.StartAsync(new RecoupEmulatorOptions { JournalCapacity = 3 });
        string id;
        await using (var events = await Listener.StartAsync(controlled))
        {
            await controlled.Http.GetAnswerAsync(Requests.Connectors);
            id = (await events.NextAsync("exchange")).Id!;
        }

        for (var i = 0; i < 5; i++)
            await controlled.Http.GetAnswerAsync(Requests.Connectors);
        await using var again = await Listener.StartAsync(controlled, id);

        (await again.NextAsync("missed")).Data.GetRawText().ShouldBe("""{"count":2}""");
        (await again.NextAsync("exchange")).Data.GetProperty("number").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task Cleared_exchanges_are_neither_sent_again_nor_missed()
    {
        await using var controlled = await ControlledEmulator.StartAsync();
        await controlled.Http.GetAnswerAsync(Requests.Connectors);
        await using var first = await Listener.StartAsync(controlled, "ffffffff-0");
        var id = (await first.NextAsync("exchange")).Id!;
        await controlled.Control.ClearJournalAsync(Canceled);
        await controlled.Http.ExecuteAsync(Update, ValidUpdate);

        await using var again = await Listener.StartAsync(controlled, id[..^1] + "0");
        await using var beyond = await Listener.StartAsync(controlled, id[..^1] + "999999");

        (await again.NextAsync("exchange", notBefore: "missed")).Data.GetProperty("slug").GetString().ShouldBe(Update);
        (await beyond.NextAsync("changed")).Data.GetRawText().ShouldBe("""{"what":["state"]}""");
        (await beyond.NextAsync("exchange")).Data.GetProperty("slug").GetString().ShouldBe(Update);
    }

    [Fact]
    public async Task Many_listeners_get_every_exchange_under_load()
    {
        const int Listeners = 50, Calls = 2_000;
        await using var controlled = await ControlledEmulator.StartAsync();
        var listeners = new List<Listener>();
        for (var i = 0; i < Listeners; i++)
            listeners.Add(await Listener.StartAsync(controlled));

        var received = listeners.Select(async listener =>
        {
            var numbers = new HashSet<int>();
            while (numbers.Count < Calls)
                numbers.Add((await listener.NextAsync("exchange")).Data.GetProperty("number").GetInt32());
            return numbers.Count;
        }).ToArray();
        await Parallel.ForAsync(0, Calls, Canceled, async (_, _) => await controlled.Http.GetAnswerAsync(Requests.Connectors));

        (await Task.WhenAll(received)).ShouldAllBe(count => count == Calls);
        foreach (var listener in listeners)
            await listener.DisposeAsync();
    }

    private sealed record Event(string Name, string? Id, JsonElement Data);

    private sealed class Listener(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        public static async Task<Listener> StartAsync(ControlledEmulator controlled, string? after = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/_recoup/events");
            if (after is not null)
                request.Headers.Add("Last-Event-ID", after);
            var response = await controlled.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Canceled);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
            var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Canceled));
            (await reader.ReadLineAsync(Canceled)).ShouldStartWith("retry:");
            return new Listener(response, reader);
        }

        /// <summary>The next event with a name; others are passed over.</summary>
        public async Task<Event> NextAsync(string name, string? notBefore = null)
        {
            while (true)
            {
                var (current, id, data) = ((string?)null, (string?)null, "null");
                while (await reader.ReadLineAsync(Canceled) is { } line && (line.Length > 0 || current is null))
                {
                    if (line.StartsWith("event: ", StringComparison.Ordinal))
                        current = line[7..];
                    else if (line.StartsWith("id: ", StringComparison.Ordinal))
                        id = line[4..];
                    else if (line.StartsWith("data: ", StringComparison.Ordinal))
                        data = line[6..];
                }

                current.ShouldNotBe(notBefore ?? "");
                if (current == name)
                    return new Event(name, id, JsonElement.Parse(data));
            }
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
