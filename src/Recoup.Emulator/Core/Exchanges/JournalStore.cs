using Recoup.Emulator.Core.Changes;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Exchanges;

/// <summary>The exchanges of one emulator: the latest completed ones, up to a number and a memory, and those in flight.</summary>
internal sealed class JournalStore(int capacity, long maxBytes, ChangeFeed changes, Action<Exchange>? recorded)
{
    // What .NET keeps of an exchange beside its texts, estimated.
    private const int Overhead = 256;

    private readonly Lock _gate = new();

    /// <summary>The exchanges that have not ended, each with its epoch.</summary>
    private readonly Dictionary<Exchange, int> _inFlight = [];

    private RecordQueue _recorded = new();

    // Apart, because the bodies of responses are dropped before the parameters.
    private readonly JournalText _parameters = new();
    private readonly JournalText _responses = new();
    private long _begun;
    private long _bytes;
    private int _withoutBody;
    private long _end;
    private long _cleared;
    private int _epoch;

    /// <summary>How many exchanges were dropped since the journal was cleared, because it was full.</summary>
    public long Dropped { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate)
                return _recorded.Count;
        }
    }

    /// <summary>
    /// The position after the latest exchange. Positions count the exchanges in the order of their ends, and never begin anew.
    /// </summary>
    public long End
    {
        get
        {
            lock (_gate)
                return _end;
        }
    }

    /// <summary>The exchanges of an action, or all, in the order of arrival.</summary>
    public IReadOnlyList<Exchange> Recorded(string? slug = null)
    {
        ExchangeRecord[] records;
        lock (_gate)
            records = [.. _recorded.Enumerate().Where(record => slug is null || record.Slug == slug)];
        return [.. records.OrderBy(record => record.Number).Select(record => new Exchange(record))];
    }

    /// <summary>The exchange with a number; null if the journal does not have it.</summary>
    public Exchange? Find(long number)
    {
        lock (_gate)
            return _recorded.Enumerate().Where(record => record.Number == number).Select(record => new Exchange(record)).FirstOrDefault();
    }

    /// <summary>The exchanges from a position on, in the order of their ends.</summary>
    /// <param name="position">The position.</param>
    /// <param name="most">At most how many.</param>
    /// <returns>The exchanges, and the position of the first one, which is larger than asked for if exchanges were dropped.</returns>
    public (long Start, IReadOnlyList<Exchange> Exchanges) From(long position, int most)
    {
        lock (_gate)
        {
            var start = Math.Clamp(position, First, _end);
            return (start, [.. _recorded.Enumerate((int)(start - First)).Take(most).Select(record => new Exchange(record))]);
        }
    }

    /// <summary>Whether the journal still has the exchange at a position.</summary>
    public bool Has(long position)
    {
        lock (_gate)
            return position >= First && position < _end;
    }

    /// <summary>How many exchanges between two positions were dropped because the journal was full, and not cleared.</summary>
    public long DroppedBetween(long start, long end)
    {
        lock (_gate)
            return Math.Max(0, end - Math.Max(start, _cleared));
    }

    private long First => _end - _recorded.Count;

    public IReadOnlyList<string> InFlight
    {
        get
        {
            lock (_gate)
                return [
                    .. _inFlight.Where(entry => entry.Value == _epoch).Select(entry => entry.Key)
                        .Select(exchange => exchange.Slug is null ? exchange.Operation : $"{exchange.Operation} {exchange.Slug}"),
                ];
        }
    }

    public Exchange Begin(DateTimeOffset at, string operation, int epoch)
    {
        lock (_gate)
        {
            if (epoch != _epoch)
                return new Exchange(new ExchangeRecord { Number = 0, At = at, Operation = operation });
            var exchange = new Exchange(new ExchangeRecord { Number = ++_begun, At = at, Operation = operation });
            _inFlight.Add(exchange, epoch);
            return exchange;
        }
    }

    /// <summary>Records a response. The exchange stays in flight if its response hangs.</summary>
    public void Complete(Exchange exchange, ApiResponse response, DateTimeOffset at) => Record(
        exchange,
        response,
        response.Error is null ? null : DocumentedErrors.Describe(response.Error),
        at,
        ends: response.Fault != TransportFault.Hang);

    /// <summary>Records an exchange without a response.</summary>
    public void Fail(Exchange exchange, string reason, DateTimeOffset at) => Record(exchange, null, reason, at, ends: true);

    public void Clear()
    {
        lock (_gate)
        {
            _recorded.Clear();
            (_bytes, _withoutBody, Dropped, _cleared) = (0, 0, 0, _end);
        }

        changes.Note(Change.Journal);
    }

    /// <summary>Begins anew: with an empty journal, without calls in flight, and with the number 1.</summary>
    /// <param name="epoch">The state whose exchanges are recorded from now on.</param>
    /// <returns>Continues as if it had not begun anew.</returns>
    public Action Restart(int epoch)
    {
        Action undo;
        lock (_gate)
        {
            var (recorded, bytes, withoutBody, dropped, cleared) = (_recorded, _bytes, _withoutBody, Dropped, _cleared);
            var (begun, before) = (_begun, _epoch);
            undo = () =>
            {
                lock (_gate)
                {
                    (_recorded, _bytes, _withoutBody, Dropped, _cleared) = (recorded, bytes, withoutBody, dropped, cleared);
                    (_begun, _epoch) = (begun, before);
                }
            };
            (_recorded, _begun, _epoch) = (new RecordQueue(), 0, epoch);
        }

        Clear();
        return undo;
    }

    // Only once: a call that hangs is recorded when it starts to hang, and canceled later.
    private void Record(Exchange exchange, ApiResponse? response, string? error, DateTimeOffset at, bool ends)
    {
        ExchangeRecord record;
        lock (_gate)
        {
            // A call that began before a restart is not part of the journal.
            var isKnown = ends ? _inFlight.Remove(exchange, out var epoch) : _inFlight.TryGetValue(exchange, out epoch);
            if (!isKnown || epoch != _epoch || exchange.IsRecorded)
                return;
            exchange.IsRecorded = true;
            exchange.End(response, error, at);
            record = exchange.Keep(_parameters, _responses);
            _recorded.Enqueue(record);
            _end++;
            _bytes += SizeOf(record);
            Shrink();
        }

        changes.Note(Change.Exchange);
        recorded?.Invoke(new Exchange(record));
    }

    private void Shrink()
    {
        while (_bytes > maxBytes && _withoutBody < _recorded.Count - 1)
        {
            ref var record = ref _recorded.At(_withoutBody++);
            _bytes -= record.Response.Length;
            record.Response = default;
        }

        while (_recorded.Count > capacity || (_bytes > maxBytes && _recorded.Count > 1))
        {
            _bytes -= SizeOf(_recorded.Dequeue());
            _withoutBody = Math.Max(0, _withoutBody - 1);
            Dropped++;
        }
    }

    private static long SizeOf(in ExchangeRecord record) => Overhead + record.Parameters.Length + record.Response.Length + (sizeof(char) * (
        LengthOf(record.Operation) + LengthOf(record.Slug) + LengthOf(record.ToolSlug) + LengthOf(record.FileUrl)
        + LengthOf(record.Outcome) + LengthOf(record.Error) + (record.Violations?.Sum(LengthOf) ?? 0)));

    private static long LengthOf(string? text) => text?.Length ?? 0;
}
