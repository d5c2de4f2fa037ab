namespace Recoup.Emulator.Core.State;

/// <summary>The staged files. Requests stage files, so the oldest are forgotten when there are too many.</summary>
internal sealed class StagedFiles
{
    private const int Most = 20_000;
    private const int MostLength = 16 * 1024 * 1024;

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Queue<EmulatedFile> _inOrder = new();
    private long _length;

    public IReadOnlyList<EmulatedFile> All => [.. _inOrder];

    public bool Contains(string key) => _keys.Contains(key);

    public void Add(EmulatedFile file)
    {
        if (!_keys.Add(file.S3Key))
            return;
        _inOrder.Enqueue(file);
        _length += LengthOf(file);
        while (_inOrder.Count > 1 && (_inOrder.Count > Most || _length > MostLength))
        {
            var oldest = _inOrder.Dequeue();
            _keys.Remove(oldest.S3Key);
            _length -= LengthOf(oldest);
        }
    }

    private static int LengthOf(EmulatedFile file) => file.S3Key.Length + file.Name.Length + file.MimeType.Length;
}
