using System.Net;

namespace Recoup.Emulator.Hosting;

/// <summary>A body that breaks off.</summary>
internal sealed class BrokenContent(ReadOnlyMemory<byte> beginning, Exception failure) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BrokenStream(beginning, failure));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(beginning).ConfigureAwait(false);
        throw failure;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
