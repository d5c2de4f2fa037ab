using System.Net;

namespace Recoup.Typed.Transport;

/// <summary>The content of a response that is copied while it is read.</summary>
internal sealed class CopyingContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly int _limit;
    private readonly Action<byte[]?> _completed;

    /// <param name="inner">The content.</param>
    /// <param name="limit">The largest copy.</param>
    /// <param name="completed">As for <see cref="CopyingStream"/>.</param>
    public CopyingContent(HttpContent inner, int limit, Action<byte[]?> completed)
    {
        (_inner, _limit, _completed) = (inner, limit, completed);
        foreach (var header in inner.Headers.NonValidated)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        Copying(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        Copying(_inner.ReadAsStream(cancellationToken));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var content = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var content = CreateContentReadStream(cancellationToken);
        content.CopyTo(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private CopyingStream Copying(Stream content) => new(content, _inner.Headers.ContentLength, _limit, _completed);
}
