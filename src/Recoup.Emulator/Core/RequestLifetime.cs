namespace Recoup.Emulator.Core;

/// <summary>
/// Ends a request early: when its caller gives up or the emulator stops. The token is made when somebody waits on it, which almost no
/// request does.
/// </summary>
internal sealed class RequestLifetime(Func<CancellationToken> callerGaveUp, CancellationToken stopping) : IDisposable
{
    private CancellationTokenSource? _linked;

    public CancellationToken Aborted => (_linked ??= CancellationTokenSource.CreateLinkedTokenSource(callerGaveUp(), stopping)).Token;

    public void Dispose() => _linked?.Dispose();
}
