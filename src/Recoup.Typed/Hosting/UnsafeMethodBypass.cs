using Recoup.Typed.Transport;

namespace Recoup.Typed.Hosting;

/// <summary>
/// Stands before a handler that may send a request several times. Requests that may change something go past that handler, all others go
/// through it.
/// </summary>
internal sealed class UnsafeMethodBypass(DelegatingHandler bypassed) : DelegatingHandler
{
    private HttpMessageInvoker? _beyond;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!SendMark.IsNeeded(request.Method))
            return base.SendAsync(request, cancellationToken);

        // The inner handler is known only after the factory has connected the handlers.
        _beyond ??= new HttpMessageInvoker(bypassed.InnerHandler!, disposeHandler: false);
        return _beyond.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The client sends its requests asynchronously.");
}
