using System.Buffers;

namespace Recoup.Typed.Transport;

/// <summary>
/// Keeps what is written to it, up to a limit. It grows by rented blocks: a contiguous buffer would need twice the memory while it grows,
/// and leave that memory to the garbage collector.
/// </summary>
internal sealed class BoundedBuffer(int limit) : Stream
{
    private const int FirstBlock = 4 * 1024;
    private const int LargestBlock = 1024 * 1024;

    private readonly List<byte[]> _blocks = [];
    private int _length;
    private int _room;

    /// <summary>Whether more was written than the limit allows.</summary>
    public bool IsFull { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    /// <summary>Copies the first bytes, at most a number of them.</summary>
    public byte[] First(int most)
    {
        var length = Math.Min(most, _length);
        var all = new byte[length];
        var copied = 0;
        foreach (var block in _blocks.TakeWhile(_ => copied < length))
        {
            var part = Math.Min(block.Length, length - copied);
            block.AsSpan(0, part).CopyTo(all.AsSpan(copied));
            copied += part;
        }

        return all;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var rest = buffer[..Math.Min(buffer.Length, limit - _length)];
        IsFull |= rest.Length < buffer.Length;
        while (!rest.IsEmpty)
        {
            if (_room == 0)
                AddBlock();
            var part = Math.Min(rest.Length, _room);
            rest[..part].CopyTo(_blocks[^1].AsSpan(_blocks[^1].Length - _room));
            (_length, _room) = (_length + part, _room - part);
            rest = rest[part..];
        }

        if (IsFull)
            throw new IOException("The body is larger than the limit.");
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return ValueTask.FromException(exception);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        foreach (var block in _blocks)
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        _blocks.Clear();
        base.Dispose(disposing);
    }

    private void AddBlock()
    {
        var block = ArrayPool<byte>.Shared.Rent(_blocks.Count == 0 ? FirstBlock : Math.Min(2 * _blocks[^1].Length, LargestBlock));
        _blocks.Add(block);
        _room = block.Length;
    }
}
