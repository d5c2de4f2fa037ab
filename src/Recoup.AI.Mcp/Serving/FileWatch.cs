namespace Recoup.AI.Mcp.Serving;

/// <summary>
/// Waits until files have changed and are at rest. It looks at their times and sizes, because the events of a file system get lost in
/// containers, in network drives, and when a file is replaced.
/// </summary>
internal sealed class FileWatch(IReadOnlyList<string> paths, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private (DateTime, long)[] _known = Look(paths);

    /// <summary>Returns when a file is another one than at the last return, and was the same at two looks in a row.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var before = _known;
        while (true)
        {
            await Task.Delay(Interval, clock, cancellation).ConfigureAwait(false);
            var now = Look(paths);
            if (now.SequenceEqual(before) && !now.SequenceEqual(_known))
            {
                _known = now;
                return;
            }

            before = now;
        }
    }

    private static (DateTime, long)[] Look(IReadOnlyList<string> paths) =>
    [
        .. paths.Select(path => new FileInfo(path)).Select(file => file.Exists ? (file.LastWriteTimeUtc, file.Length) : default),
    ];
}
