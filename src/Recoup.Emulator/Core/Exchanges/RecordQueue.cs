namespace Recoup.Emulator.Core.Exchanges;

/// <summary>A queue of records, in arrays that are never copied to grow.</summary>
internal sealed class RecordQueue
{
    private const int FirstLength = 16;
    private const int LargestLength = 1024;

    private readonly Queue<ExchangeRecord[]> _arrays = new();
    private ExchangeRecord[] _last = [];
    private int _end;
    private int _start;

    public int Count { get; private set; }

    public void Enqueue(in ExchangeRecord record)
    {
        if (_end == _last.Length)
        {
            _last = new ExchangeRecord[Math.Clamp(_last.Length * 2, FirstLength, LargestLength)];
            _arrays.Enqueue(_last);
            _end = 0;
        }

        _last[_end++] = record;
        Count++;
    }

    public ExchangeRecord Dequeue()
    {
        var first = _arrays.Peek();
        var record = first[_start];
        first[_start++] = default;
        Count--;
        if (_start == first.Length)
        {
            _arrays.Dequeue();
            _start = 0;
            if (first == _last)
                (_last, _end) = ([], 0);
        }

        return record;
    }

    public void Clear()
    {
        _arrays.Clear();
        (_last, _start, _end, Count) = ([], 0, 0, 0);
    }

    /// <summary>The records from a position on, 0 for the oldest.</summary>
    public IEnumerable<ExchangeRecord> Enumerate(int from = 0)
    {
        var (skipped, left) = (_start + from, Count - from);
        foreach (var array in _arrays)
        {
            for (var i = skipped; i < array.Length && left > 0; i++, left--)
                yield return array[i];
            skipped = Math.Max(0, skipped - array.Length);
        }
    }

    /// <summary>A record, 0 for the oldest.</summary>
    public ref ExchangeRecord At(int position)
    {
        position += _start;
        foreach (var array in _arrays)
        {
            if (position < array.Length)
                return ref array[position];
            position -= array.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(position));
    }
}
