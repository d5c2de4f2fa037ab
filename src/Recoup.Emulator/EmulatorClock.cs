namespace Recoup.Emulator;

/// <summary>
/// A clock that stands still until something waits on it. A delay (<see cref="Task.Delay(TimeSpan, TimeProvider)"/>, a retry
/// pipeline's back-off, a stub's <c>Delays</c>) moves the clock to its end and is over at once. A deadline (a
/// <see cref="CancellationTokenSource"/> on this clock) and a periodic timer fire when the clock passes them. Safe for concurrent use.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    /// <summary>Where every clock starts unless told otherwise: 2026-01-01T00:00:00Z.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ClockTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private TimeSpan _elapsed;

    /// <summary>Creates a clock.</summary>
    /// <param name="start">What it shows first; null for <see cref="DefaultStart"/>.</param>
    public EmulatorClock(DateTimeOffset? start = null) => _start = (start ?? DefaultStart).ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

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

    /// <summary>Moves the clock forward and fires, in their order, the timers it passes.</summary>
    /// <param name="span">How far; not negative.</param>
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

    /// <summary>Lets time pass for a call that will never be answered: fires what is due next, as long as the call is waited for.</summary>
    internal void PassFor(CancellationToken waitedFor)
    {
        while (!waitedFor.IsCancellationRequested && NextDue() is { } due)
            AdvanceTo(due);
    }

    private void AdvanceTo(TimeSpan target)
    {
        while (TakeDue(target) is { } timer)
            timer.Fire();
    }

    // A deadline before the end of a wait may end the wait; then no more time passes.
    private void Elapse(ClockTimer wait, TimeSpan until)
    {
        while (!wait.IsDisposed && TakeDue(until) is { } timer)
            timer.Fire();
    }

    // A periodic timer is always due again: following it would never end.
    private TimeSpan? NextDue()
    {
        lock (_gate)
            return _timers.Where(timer => timer.Period <= TimeSpan.Zero).Min(timer => (TimeSpan?)timer.Due);
    }

    // One at a time: a timer that fires may create, change or dispose others.
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

        // Not on this thread: whoever waits has not stored its timer yet.
        if (timer.IsWait)
            ThreadPool.UnsafeQueueUserWorkItem(static wait => wait.Clock.Elapse(wait.Timer, wait.Until), (Clock: this, Timer: timer, Until: due), preferLocal: false);
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

        // CancelAfter hands its source to the timer; that is a deadline. Everything else that fires once is somebody's wait.
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
