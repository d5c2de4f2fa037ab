using System.Net;
using System.Net.Http.Headers;

namespace Recoup.Typed.Transport;

/// <summary>The JSON body of a request. It notices if a handler sends the request again.</summary>
internal sealed class RequestContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly SendMark? _mark;

    public RequestContent(ReadOnlyMemory<byte> json, SendMark? mark)
    {
        (_json, _mark) = (json, mark);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>The body, which can be read without being sent.</summary>
    public ReadOnlyMemory<byte> Json => _json;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _mark?.Write();
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _mark?.Write();
        stream.Write(_json.Span);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
