namespace Recoup.Emulator;

/// <summary>
/// A clock that moves only when code waits on it. A delay (<see cref="Task.Delay(TimeSpan, TimeProvider)"/>, the back-off of a retry
/// pipeline, a stub's <c>Delays</c>) advances the clock to its end and completes immediately. A deadline (a
/// <see cref="CancellationTokenSource"/> on this clock) and a periodic timer fire when the clock passes them. The clock is thread-safe.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    /// <summary>The default start time: 2026-01-01T00:00:00Z.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ClockTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private TimeSpan _elapsed;
    private TimeSpan _origin;

    /// <summary>Creates a clock.</summary>
    /// <param name="start">The start time; null for <see cref="DefaultStart"/>.</param>
    public EmulatorClock(DateTimeOffset? start = null) => _start = (start ?? DefaultStart).ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _start + (_elapsed - _origin);
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    private TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
                return _elapsed;
        }
    }

    /// <summary>Advances the clock, and fires the timers it passes in the order of their due times.</summary>
    /// <param name="span">The time to advance; not negative.</param>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        AdvanceTo(Elapsed + span);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the time of day back to the start. Timestamps and timers do not go back.</summary>
    /// <returns>Sets the time of day to what it was.</returns>
    internal Action Restart()
    {
        lock (_gate)
        {
            var passed = _elapsed - _origin;
            _origin = _elapsed;
            return () =>
            {
                lock (_gate)
                    _origin = _elapsed - passed;
            };
        }
    }

    /// <summary>Advances the clock from timer to timer until a token is canceled, for a call that never gets a response.</summary>
    internal void AdvanceUntil(CancellationToken canceled)
    {
        while (!canceled.IsCancellationRequested && NextDue() is { } due)
            AdvanceTo(due);
    }

    private void AdvanceTo(TimeSpan target)
    {
        while (TakeDue(target) is { } timer)
            timer.Fire();
    }

    // A deadline before the end of a wait may cancel the wait. Then the clock stops there.
    private void Elapse(ClockTimer wait, TimeSpan until)
    {
        while (!wait.IsDisposed && TakeDue(until) is { } timer)
            timer.Fire();
    }

    // Periodic timers do not count: they are always due again.
    private TimeSpan? NextDue()
    {
        lock (_gate)
            return _timers.Where(timer => timer.Period <= TimeSpan.Zero).Min(timer => (TimeSpan?)timer.Due);
    }

    // One timer at a time: firing it may create, change or dispose others.
    private ClockTimer? TakeDue(TimeSpan target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
            {
                if (target > _elapsed)
                    _elapsed = target;
                return null;
            }

            if (next.Due > _elapsed)
                _elapsed = next.Due;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                _timers.Remove(next);
            return next;
        }
    }

    private bool Schedule(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        TimeSpan due;
        lock (_gate)
        {
            if (timer.IsDisposed)
                return false;
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            timer.Due = due = _elapsed + dueTime;
            timer.Period = period;
            _timers.Add(timer);
        }

        // On another thread, because the waiting code has not stored its timer yet.
        if (timer.IsWait)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static wait => wait.Clock.Elapse(wait.Timer, wait.Until), (Clock: this, Timer: timer, Until: due), preferLocal: false);
        }
        return true;
    }

    private void Remove(ClockTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _timers.Remove(timer);
        }
    }

    private sealed class ClockTimer(EmulatorClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; set; }

        public bool IsDisposed { get; set; }

        // A deadline passes its CancellationTokenSource as the state. Every other one-shot timer is a wait.
        public bool IsWait => state is not CancellationTokenSource && Period <= TimeSpan.Zero;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
