namespace Recoup.Emulator.Hosts;

/// <summary>The outermost handler in process. It turns faults and cancellation into the exceptions of a real socket.</summary>
internal sealed class InProcessHandler(HttpMessageHandler server) : DelegatingHandler(server)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            await Task.FromCanceled(cancellationToken).ConfigureAwait(false);
        try
        {
            RawHeaders.Note(request);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            response.RequestMessage = request;
            return response;
        }
        catch (FaultSignal signal)
        {
            return SocketFaults.Realize(signal.Response, request);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw SocketFaults.Canceled(cancellationToken);
        }
    }
}
