namespace Recoup.Typed.Transport;

/// <summary>
/// Copies what is read from a stream, up to a limit, and says when everything was read. The reader gets what it would get without the
/// copy, at the same time.
/// </summary>
/// <param name="inner">The stream.</param>
/// <param name="length">The number of bytes in the stream; null if it is not known.</param>
/// <param name="limit">The largest copy.</param>
/// <param name="completed">Gets the copy once, at the end of the stream; null if it would be larger than the limit.</param>
internal sealed class CopyingStream(Stream inner, long? length, int limit, Action<byte[]?> completed) : Stream
{
    private readonly BoundedBuffer _copy = new(limit);
    private long _read;
    private bool _isCompleted;

    public Stream Inner => inner;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Copy(buffer[..read], isEnd: read == 0 && buffer.Length > 0);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Copy(buffer.Span[..read], isEnd: read == 0 && buffer.Length > 0);
        return read;
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Whoever knows the length need not read the end.
            if (_read == length)
                Complete();
            _isCompleted = true;
            _copy.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Copy(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (_isCompleted)
            return;
        _read += bytes.Length;
        if (isEnd)
            Complete();
        else if (_read > limit)
            Complete(isTooLarge: true);
        else
            _copy.Write(bytes);
    }

    private void Complete(bool isTooLarge = false)
    {
        if (_isCompleted)
            return;
        _isCompleted = true;
        completed(isTooLarge ? null : _copy.First(limit));
        _copy.Dispose();
    }
}
