using System.Buffers;

namespace Recoup.Emulator.Core.Json;

/// <summary>
/// A growing buffer of pooled memory. A JSON writer requests 4 KB at a time, far more than most responses need, so the memory is rented
/// and only the written part is copied.
/// </summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _rented = ArrayPool<byte>.Shared.Rent(4096);
    private int _written;

    public byte[] ToArray() => _rented.AsSpan(0, _written).ToArray();

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _rented.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = [];
    }

    private void Reserve(int count)
    {
        if (_rented.Length - _written >= count)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_rented.Length * 2, _written + count));
        _rented.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
    }
}
