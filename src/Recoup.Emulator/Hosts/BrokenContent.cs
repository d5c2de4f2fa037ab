using System.Net;

namespace Recoup.Emulator.Hosts;

/// <summary>A response body that fails before its end.</summary>
internal sealed class BrokenContent(BrokenStream body) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
