using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>The exchanges of one emulator: the latest completed ones, up to a capacity, and those in flight.</summary>
internal sealed class JournalStore(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<Exchange> _recorded = new();
    private readonly HashSet<Exchange> _inFlight = [];
    private long _begun;

    /// <summary>How many exchanges were dropped because the journal was full.</summary>
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
                return [
                    .. _inFlight.Select(exchange => exchange.Slug is null ? exchange.Operation : $"{exchange.Operation} {exchange.Slug}"),
                ];
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

    public void Complete(Exchange exchange, ApiResponse response) => Record(
        exchange,
        response.Fault is null ? response.Status : null,
        response.Fault,
        response.Error is null ? null : DocumentedErrors.Describe(response.Error));

    public void Fail(Exchange exchange, string reason) => Record(exchange, null, null, reason);

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

    // Only once: a call that hangs is recorded when it starts to hang, and canceled later.
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
