namespace Recoup.Typed.Transport;

/// <summary>Keeps what is written to it, up to a limit.</summary>
internal sealed class BoundedBuffer(int limit) : MemoryStream
{
    /// <summary>Whether more was written than the limit allows. Only the first bytes were kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The bytes that were kept.</summary>
    public ReadOnlyMemory<byte> Written => GetBuffer().AsMemory(0, (int)Length);

    // The overload for spans copies them to an array and comes here.
    public override void Write(byte[] buffer, int offset, int count)
    {
        var fits = Math.Min(count, limit - (int)Length);

        // The stream doubles its buffer, so it gets the size of the limit before that would exceed it.
        if (Length + fits > Capacity && Capacity > limit / 2)
            Capacity = limit;
        base.Write(buffer, offset, fits);
        if (fits == count)
            return;
        IsFull = true;
        throw new IOException("The body is larger than the limit.");
    }

    public override void WriteByte(byte value) => Write([value], 0, 1);
}
