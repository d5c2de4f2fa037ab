namespace Recoup.Emulator.Core.Journaling;

/// <summary>The exchanges of one emulator: the finished ones, bounded, and those in flight.</summary>
internal sealed class JournalStore(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<Exchange> _finished = new();
    private readonly HashSet<ExchangeDraft> _inFlight = [];
    private long _begun;

    /// <summary>How many exchanges had to go to make room.</summary>
    public long Dropped { get; private set; }

    public IReadOnlyList<Exchange> Finished
    {
        get
        {
            lock (_gate)
                return [.. _finished.OrderBy(exchange => exchange.Number)];
        }
    }

    public IReadOnlyList<string> InFlight
    {
        get
        {
            lock (_gate)
                return [.. _inFlight.Select(draft => draft.Slug is null ? draft.Operation : $"{draft.Operation} {draft.Slug}")];
        }
    }

    public ExchangeDraft Begin(ApiRequest request, DateTimeOffset at)
    {
        lock (_gate)
        {
            var draft = new ExchangeDraft(++_begun, at, $"{Complaints.Shorten(request.Method)} {Complaints.Shorten(request.Path)}");
            _inFlight.Add(draft);
            return draft;
        }
    }

    /// <summary>Writes an exchange down, once, as soon as its outcome is known; it stays in flight until <see cref="End"/>.</summary>
    public void Record(ExchangeDraft draft, Exchange exchange)
    {
        lock (_gate)
        {
            if (draft.IsRecorded)
                return;
            draft.IsRecorded = true;
            _finished.Enqueue(exchange);
            if (_finished.Count > capacity)
            {
                _finished.Dequeue();
                Dropped++;
            }
        }
    }

    public void End(ExchangeDraft draft)
    {
        lock (_gate)
            _inFlight.Remove(draft);
    }

    public void Clear()
    {
        lock (_gate)
            _finished.Clear();
    }
}
