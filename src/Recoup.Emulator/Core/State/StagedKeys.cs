namespace Recoup.Emulator.Core.State;

/// <summary>The keys of the staged files. Requests stage files, so the oldest are forgotten when there are too many.</summary>
internal sealed class StagedKeys
{
    private const int Most = 20_000;
    private const int MostLength = 16 * 1024 * 1024;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();
    private long _length;

    public bool Contains(string key) => _known.Contains(key);

    public void Add(string key)
    {
        if (!_known.Add(key))
            return;
        _inOrder.Enqueue(key);
        _length += key.Length;
        while (_inOrder.Count > 1 && (_inOrder.Count > Most || _length > MostLength))
        {
            var oldest = _inOrder.Dequeue();
            _known.Remove(oldest);
            _length -= oldest.Length;
        }
    }
}
