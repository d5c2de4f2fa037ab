namespace Recoup.Emulator.Core.Exchanges;

/// <summary>
/// Stores the texts of a journal one after the other in blocks. A block is garbage when the last exchange with a text in it is.
/// </summary>
internal sealed class JournalText
{
    private const int FirstBlock = 1024;
    private const int LargestBlock = 128 * 1024;
    private const int LongestCopy = LargestBlock / 16;

    private byte[] _block = [];
    private int _used;
    private int _next = FirstBlock;

    /// <summary>Keeps a text that never changes. A short one is copied.</summary>
    public ReadOnlyMemory<byte> Add(ReadOnlyMemory<byte> text) => text.Length > LongestCopy ? text : Add(text.Span);

    /// <summary>Copies a text.</summary>
    public ReadOnlyMemory<byte> Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return default;
        if (text.Length > LongestCopy)
            return text.ToArray();
        if (_block.Length - _used < text.Length)
        {
            _block = GC.AllocateUninitializedArray<byte>(Math.Max(_next, text.Length));
            _next = Math.Min(_next * 2, LargestBlock);
            _used = 0;
        }

        var copy = _block.AsMemory(_used, text.Length);
        text.CopyTo(copy.Span);
        _used += text.Length;
        return copy;
    }
}
