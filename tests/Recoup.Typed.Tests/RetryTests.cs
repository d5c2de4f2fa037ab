using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Recoup.Typed.Tests.Transport;

namespace Recoup.Typed.Tests;

public sealed class RetryTests
{
    [Theory]
    [InlineData(1, 4, new[] { 1, 2, 4, 4, 4, 4 })]
    [InlineData(4, 4, new[] { 4, 4, 4 })]
    [InlineData(10, 3, new[] { 3, 3 })]
    [InlineData(0, 3, new[] { 0, 0, 0 })]
    [InlineData(1, 86_400, new[] { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048 })]
    public async Task The_random_part_of_a_delay_never_makes_it_longer_than_the_longest(int delay, int longest, int[] expected)
    {
        var clock = new HastyClock();
        var handler = ScriptedHandler.Returning(HttpStatusCode.ServiceUnavailable, "");

        await SendAsync(handler, clock, delay, longest, expected.Length);

        handler.Sent.Count.ShouldBe(expected.Length + 1);
        clock.Waits.Count.ShouldBe(expected.Count(seconds => seconds > 0));
        foreach (var (wait, seconds) in clock.Waits.Zip(expected.Where(seconds => seconds > 0)))
            wait.TotalSeconds.ShouldBeInRange(seconds, Math.Min(seconds * 1.25, longest));
    }

    [Theory]
    [InlineData(20, new[] { 20, 20 })]
    [InlineData(30, new[] { 30, 30 })]
    [InlineData(31, new int[0])]
    public async Task A_server_may_ask_for_a_longer_delay_up_to_the_longest(int asked, int[] expected)
    {
        var clock = new HastyClock();
        var handler = new ScriptedHandler((_, _) =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(asked));
            return Task.FromResult(response);
        });

        await SendAsync(handler, clock, delay: 1, longest: 30, retries: 2);

        clock.Waits.ShouldBe(expected.Select(seconds => TimeSpan.FromSeconds(seconds)));
    }

    private static async Task SendAsync(ScriptedHandler handler, TimeProvider clock, int delay, int longest, int retries)
    {
        var services = new ServiceCollection();
        services.AddRecoupClient(options =>
        {
            options.ApiKey = "k";
            options.TimeProvider = clock;
            options.Timeout = Timeout.InfiniteTimeSpan;
        }).AddRecoupRetries(options =>
        {
            options.MaxRetries = retries;
            options.Delay = TimeSpan.FromSeconds(delay);
            options.MaxDelay = TimeSpan.FromSeconds(longest);
        }).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        await Should.ThrowAsync<RecoupException>(provider.GetRequiredService<RecoupClient>()
            .SendAsync(Requests.Thing(), TestContext.Current.CancellationToken));
    }

    /// <summary>A clock whose timers fire at once, and that records how long they should have waited.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return System.CreateTimer(callback, state, dueTime, period);
            Waits.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
