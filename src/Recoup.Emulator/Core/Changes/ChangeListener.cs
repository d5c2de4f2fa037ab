using System.Diagnostics.CodeAnalysis;

namespace Recoup.Emulator.Core.Changes;

/// <summary>Waits for changes. Changes between two waits are one, so a listener that is slow takes no memory.</summary>
internal sealed class ChangeListener(ChangeFeed feed) : IDisposable
{
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "A change may be noted after the removal.")]
    private readonly SemaphoreSlim _signal = new(0, 1);

    private int _pending;

    public void Note(Change change)
    {
        // The first change since the last wait ends the next wait.
        if ((Volatile.Read(ref _pending) & (int)change) != (int)change && Interlocked.Or(ref _pending, (int)change) == 0)
            _signal.Release();
    }

    /// <summary>Waits until something has changed, and returns what; nothing if the time is over first.</summary>
    /// <param name="most">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public async ValueTask<Change> WaitAsync(TimeSpan most, CancellationToken cancellationToken) =>
        await _signal.WaitAsync(most, cancellationToken).ConfigureAwait(false)
            ? (Change)Interlocked.Exchange(ref _pending, 0)
            : Change.None;

    public void Dispose() => feed.Remove(this);
}
