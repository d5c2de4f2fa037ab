using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>The exchanges of one emulator: the latest completed ones, up to a number and a memory, and those in flight.</summary>
internal sealed class JournalStore(int capacity, long maxBytes)
{
    // What .NET keeps of an exchange beside its texts, estimated.
    private const int Overhead = 256;

    private readonly Lock _gate = new();
    private readonly RecordQueue _recorded = new();
    private readonly HashSet<Exchange> _inFlight = [];
    private readonly JournalText _texts = new();
    private long _begun;
    private long _bytes;

    /// <summary>How many exchanges were dropped because the journal was full.</summary>
    public long Dropped { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate)
                return _recorded.Count;
        }
    }

    /// <summary>The exchanges of an action, or all, in the order of arrival.</summary>
    public IReadOnlyList<Exchange> Recorded(string? slug = null)
    {
        lock (_gate)
        {
            return
            [
                .. _recorded.Enumerate().Where(record => slug is null || record.Slug == slug)
                    .OrderBy(record => record.Number)
                    .Select(record => new Exchange(record)),
            ];
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
            var exchange = new Exchange(new ExchangeRecord { Number = ++_begun, At = at, Operation = operation });
            _inFlight.Add(exchange);
            return exchange;
        }
    }

    /// <summary>Records a response. The exchange stays in flight if its response hangs.</summary>
    public void Complete(Exchange exchange, ApiResponse response) => Record(
        exchange,
        response.Fault is null ? response.Status : null,
        response.Fault,
        response.Error is null ? null : DocumentedErrors.Describe(response.Error),
        ends: response.Fault != TransportFault.Hang);

    /// <summary>Records an exchange without a response.</summary>
    public void Fail(Exchange exchange, string reason) => Record(exchange, null, null, reason, ends: true);

    public void Clear()
    {
        lock (_gate)
        {
            _recorded.Clear();
            _bytes = 0;
        }
    }

    // Only once: a call that hangs is recorded when it starts to hang, and canceled later.
    private void Record(Exchange exchange, int? status, TransportFault? fault, string? error, bool ends)
    {
        lock (_gate)
        {
            if (ends)
                _inFlight.Remove(exchange);
            if (exchange.IsRecorded)
                return;
            (exchange.IsRecorded, exchange.Status, exchange.Fault, exchange.Error) = (true, status, fault, error);
            var record = exchange.Keep(_texts);
            _recorded.Enqueue(record);
            _bytes += SizeOf(record);
            while (_recorded.Count > capacity || (_bytes > maxBytes && _recorded.Count > 1))
            {
                _bytes -= SizeOf(_recorded.Dequeue());
                Dropped++;
            }
        }
    }

    private static long SizeOf(in ExchangeRecord record) => Overhead + record.Parameters.Length + (sizeof(char) * (
        LengthOf(record.Operation) + LengthOf(record.Slug) + LengthOf(record.ToolSlug) + LengthOf(record.FileUrl)
        + LengthOf(record.Outcome) + LengthOf(record.Error) + (record.Violations?.Sum(LengthOf) ?? 0)));

    private static long LengthOf(string? text) => text?.Length ?? 0;
}
