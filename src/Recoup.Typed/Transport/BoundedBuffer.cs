namespace Recoup.Typed.Transport;

/// <summary>Keeps what is written to it, up to a limit.</summary>
internal sealed class BoundedBuffer(int limit) : MemoryStream
{
    /// <summary>Whether more was written than the limit allows. Only the first bytes were kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The bytes that were kept.</summary>
    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var room = limit - (int)Length;
        var fits = buffer.Length > room ? buffer[..room] : buffer;

        // The stream doubles its buffer, so it gets the size of the limit before that would exceed it.
        if (Length + fits.Length > Capacity && Capacity > limit / 2)
            Capacity = limit;
        base.Write(fits.ToArray(), 0, fits.Length);
        if (fits.Length == buffer.Length)
            return;
        IsFull = true;
        throw new IOException("The body is larger than the limit.");
    }

    public override void WriteByte(byte value) => Write([value]);
}
