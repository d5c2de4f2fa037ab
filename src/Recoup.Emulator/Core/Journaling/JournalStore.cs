using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Journaling;

/// <summary>The exchanges of one emulator: those whose outcome is known, bounded, and those in flight.</summary>
internal sealed class JournalStore(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<Exchange> _recorded = new();
    private readonly HashSet<Exchange> _inFlight = [];
    private long _begun;

    /// <summary>How many exchanges had to go to make room.</summary>
    public long Dropped { get; private set; }

    public IReadOnlyList<Exchange> Recorded
    {
        get
        {
            lock (_gate)
                return [.. _recorded.OrderBy(exchange => exchange.Number)];
        }
    }

    public IReadOnlyList<string> InFlight
    {
        get
        {
            lock (_gate)
                return [.. _inFlight.Select(exchange => exchange.Slug is null ? exchange.Operation : $"{exchange.Operation} {exchange.Slug}")];
        }
    }

    public Exchange Begin(DateTimeOffset at, string operation)
    {
        lock (_gate)
        {
            var exchange = new Exchange(++_begun, at, operation);
            _inFlight.Add(exchange);
            return exchange;
        }
    }

    public void Answered(Exchange exchange, ApiAnswer answer) => Record(
        exchange, answer.Fault is null ? answer.Status : null, answer.Fault, answer.Error is null ? null : DocumentedErrors.Describe(answer.Error));

    public void Unanswered(Exchange exchange, string reason) => Record(exchange, null, null, reason);

    public void End(Exchange exchange)
    {
        lock (_gate)
            _inFlight.Remove(exchange);
    }

    public void Clear()
    {
        lock (_gate)
            _recorded.Clear();
    }

    // Once: a call that hangs is written down when it begins to, and given up later.
    private void Record(Exchange exchange, int? status, TransportFault? fault, string? error)
    {
        lock (_gate)
        {
            if (exchange.IsRecorded)
                return;
            (exchange.IsRecorded, exchange.Status, exchange.Fault, exchange.Error) = (true, status, fault, error);
            _recorded.Enqueue(exchange);
            if (_recorded.Count > capacity)
            {
                _recorded.Dequeue();
                Dropped++;
            }
        }
    }
}
