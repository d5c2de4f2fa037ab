namespace Recoup.Emulator.Core.Changes;

/// <summary>Tells listeners what has changed. Without listeners, a change costs one read of a field.</summary>
internal sealed class ChangeFeed
{
    private readonly Lock _gate = new();
    private volatile ChangeListener[] _listeners = [];

    public void Note(Change change)
    {
        foreach (var listener in _listeners)
            listener.Note(change);
    }

    /// <summary>Starts to listen; null if there are too many listeners.</summary>
    /// <param name="most">The largest number of listeners.</param>
    public ChangeListener? TryListen(int most)
    {
        lock (_gate)
        {
            if (_listeners.Length >= most)
                return null;
            var listener = new ChangeListener(this);
            _listeners = [.. _listeners, listener];
            return listener;
        }
    }

    public void Remove(ChangeListener listener)
    {
        lock (_gate)
            _listeners = [.. _listeners.Where(other => other != listener)];
    }
}
