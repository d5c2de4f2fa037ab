namespace Recoup.Contracts.Files;

/// <summary>
/// Reads files that may be pipes or terminals. Nobody may ever write to them, and opening or reading one cannot be canceled.
/// </summary>
internal static class InterruptibleRead
{
    /// <summary>Runs what reads. A cancellation ends the wait for it, not the reading itself.</summary>
    /// <param name="read">Reads files, and writes nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<T> RunAsync<T>(Func<T> read, CancellationToken cancellation) =>
        Task.Run(read, cancellation).WaitAsync(cancellation);
}
