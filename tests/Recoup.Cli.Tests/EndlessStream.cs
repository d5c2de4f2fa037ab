namespace Recoup.Cli.Tests;

/// <summary>An input that never ends, like a device; or one that sends nothing, like a terminal.</summary>
internal sealed class EndlessStream : Stream
{
    private readonly ManualResetEventSlim _closed = new();

    public bool IsIdle { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (IsIdle)
        {
            _closed.Wait(TimeSpan.FromSeconds(30));
            return 0;
        }

        buffer.AsSpan(offset, count).Fill((byte)'[');
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _closed.Set();
            _closed.Dispose();
        }

        base.Dispose(disposing);
    }
}
