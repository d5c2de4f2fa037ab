namespace Recoup.Emulator.Hosts;

/// <summary>The outermost handler in process. It turns faults and cancellation into the exceptions of a real socket.</summary>
/// <param name="server">The test server.</param>
/// <param name="stopping">Canceled when the emulator is disposed.</param>
internal sealed class InProcessHandler(HttpMessageHandler server, CancellationToken stopping) : DelegatingHandler(server)
{
    // The test server sends asynchronously only.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.Run(() => SendAsync(request, cancellationToken), CancellationToken.None).GetAwaiter().GetResult();

    // A program may block a thread whose synchronization context runs on it. Over a socket, such a call ends: nothing resumes there.
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SynchronizationContext.Current is null
            ? SendHereAsync(request, cancellationToken)
            : Task.Run(() => SendHereAsync(request, cancellationToken), CancellationToken.None);

    private async Task<HttpResponseMessage> SendHereAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (stopping.IsCancellationRequested)
            throw new ObjectDisposedException("RecoupEmulator", "The emulator of this client is disposed, so nothing responds.");
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
