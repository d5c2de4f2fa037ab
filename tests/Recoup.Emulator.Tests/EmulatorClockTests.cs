namespace Recoup.Emulator.Tests;

public sealed class EmulatorClockTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_advances_the_clock_to_its_end_and_completes_immediately()
    {
        var clock = new EmulatorClock();

        await Task.Delay(TimeSpan.FromDays(3), clock, Canceled);
        await Task.Delay(TimeSpan.FromSeconds(30), clock, Canceled);

        clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromDays(3) + TimeSpan.FromSeconds(30));
        clock.GetElapsedTime(0).ShouldBe(TimeSpan.FromDays(3) + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_deadline_before_the_end_of_a_wait_cancels_it()
    {
        var clock = new EmulatorClock();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);

        await Assert.ThrowsAsync<TaskCanceledException>(() => Task.Delay(TimeSpan.FromSeconds(30), clock, deadline.Token));

        clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_deadline_alone_does_not_advance_the_clock()
    {
        var clock = new EmulatorClock();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);

        clock.Advance(TimeSpan.FromSeconds(9));
        deadline.IsCancellationRequested.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        deadline.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void Timers_fire_in_order_and_periodic_ones_repeatedly()
    {
        var clock = new EmulatorClock(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)));
        var fired = new List<string>();
        using var periodic = clock.CreateTimer(
            _ => fired.Add($"tick {clock.GetElapsedTime(0).TotalSeconds}"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
        late.Token.Register(() => fired.Add("late"));

        clock.Advance(TimeSpan.FromSeconds(6));

        fired.ShouldBe(["tick 2", "tick 4", "late", "tick 6"]);
        clock.GetUtcNow().ShouldBe(new DateTimeOffset(2029, 12, 31, 22, 0, 6, TimeSpan.Zero));
        clock.LocalTimeZone.ShouldBe(TimeZoneInfo.Utc);
    }

    [Fact]
    public void A_disposed_timer_does_not_fire()
    {
        var clock = new EmulatorClock();
        var fired = false;
        var timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        timer.Dispose();

        clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBeFalse();
        timer.Change(TimeSpan.Zero, TimeSpan.Zero).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_concurrent_waits_all_complete()
    {
        var clock = new EmulatorClock();

        await Task.WhenAll(Enumerable.Range(1, 1000)
            .Select(second => Task.Run(() => Task.Delay(TimeSpan.FromSeconds(second), clock, Canceled), Canceled)));

        clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(1000));
    }

    [Fact]
    public async Task A_hanging_call_ignores_periodic_timers()
    {
        await using var emulator = RecoupEmulator.Start(TestCatalog.Catalog);
        emulator.On(TestCatalog.Update).Fails(TransportFault.Hang);
        using var ticking = new PeriodicTimer(TimeSpan.FromSeconds(1), emulator.Clock);
        using var client = emulator.CreateClient();

        await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.ExecuteAsync(TestCatalog.Update, TestCatalog.Json(TestCatalog.ValidUpdate), cancellationToken: Canceled));

        emulator.Clock.GetUtcNow().ShouldBe(EmulatorClock.DefaultStart + TimeSpan.FromSeconds(100));
    }
}
