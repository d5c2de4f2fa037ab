namespace Recoup.Recordings;

/// <summary>Opens a recording that other processes may use at the same moment.</summary>
internal static class RecordingFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Opens a file: to read together with other readers, or to write alone. While another process has it open in a way that forbids that,
    /// it tries again for a while. On Unix, .NET locks files so that this holds there too.
    /// </summary>
    /// <exception cref="IOException">The file cannot be opened, or is in use for too long.</exception>
    public static FileStream Open(
        string path, FileMode mode, FileAccess access, TimeSpan longestWait, CancellationToken cancellationToken = default)
    {
        var share = access == FileAccess.Read ? FileShare.ReadWrite | FileShare.Delete : FileShare.None;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, mode, access, share, bufferSize: 1);
            }
            catch (IOException exception) when (exception.GetType() == typeof(IOException) && waited < longestWait)
            {
                // Exceptions for other reasons have types of their own, such as FileNotFoundException.
                cancellationToken.WaitHandle.WaitOne(Pause);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
