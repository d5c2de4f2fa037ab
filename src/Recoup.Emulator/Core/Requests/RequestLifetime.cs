namespace Recoup.Emulator.Core.Requests;

/// <summary>
/// Ends a request early if its caller cancels it or the emulator stops. The token is created on first use, because few requests
/// wait for anything.
/// </summary>
internal sealed class RequestLifetime(Func<CancellationToken> callerAborted, CancellationToken stopping) : IDisposable
{
    private CancellationTokenSource? _linked;

    public CancellationToken Aborted => (_linked ??= CancellationTokenSource.CreateLinkedTokenSource(callerAborted(), stopping)).Token;

    /// <summary>Whether an exception comes from the end of the request.</summary>
    public bool Ended(Exception exception) => exception is OperationCanceledException && Aborted.IsCancellationRequested;

    public void Dispose() => _linked?.Dispose();
}
