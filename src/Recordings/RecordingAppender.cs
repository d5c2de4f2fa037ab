using System.Buffers;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>
/// Appends lines to a file that other processes append to as well. It opens the file alone, removes what a process has left of a line that
/// it did not finish, and closes the file again. (<see cref="FileMode.Append"/> would not do: .NET seeks once, and then writes there.)
/// </summary>
internal sealed class RecordingAppender(string path, RecordingHeader header, TimeProvider clock)
{
    private const byte LineFeed = (byte)'\n';
    private const int Block = 64 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly byte[] _block = new byte[Block];

    /// <summary>The end of the file after this process has written last. If it is still there, nobody else has written.</summary>
    private long _end = -1;

    /// <summary>Finds out whether lines can be appended. Creates and changes nothing.</summary>
    /// <exception cref="IOException">As for <see cref="Append"/>.</exception>
    public void Require()
    {
        if (!Path.Exists(path))
            return;
        using var file = RecordingFile.Open(path, FileMode.Open, FileAccess.ReadWrite, LongestWait);
        RequireRecording(file);
    }

    /// <summary>Appends lines, each of which ends with a line feed.</summary>
    /// <exception cref="IOException">The file cannot be opened or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, or is a folder.</exception>
    /// <exception cref="InvalidDataException">The file exists and is not a recording.</exception>
    public void Append(ReadOnlySpan<byte> lines)
    {
        using var file = RecordingFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, LongestWait);
        if (file.Length != _end)
            Prepare(file);
        file.Seek(0, SeekOrigin.End);
        file.Write(lines);
        file.Flush();
        _end = file.Length;
    }

    private void Prepare(FileStream file)
    {
        RequireRecording(file);
        EndLastLine(file);
        if (header.IsLike(NewestHeader(file)))
            return;
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, ReplacingWriter.Options))
            header.Write(json, clock.GetUtcNow());
        line.Write([LineFeed]);
        file.Seek(0, SeekOrigin.End);
        file.Write(line.WrittenSpan);
    }

    // The end of any other file would be cut off, and something strange appended to it.
    private void RequireRecording(FileStream file)
    {
        if (!file.CanSeek || !IsRecording(file))
        {
            throw new InvalidDataException(
                $"{path} exists and is not a recording, which begins with a header. Nothing was written to it; choose another path.");
        }
    }

    private static bool IsRecording(FileStream file)
    {
        file.Seek(0, SeekOrigin.Begin);
        Span<byte> start = stackalloc byte[RecordingHeader.Start.Length];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return RecordingHeader.Start.StartsWith(start[..length]);
    }

    // A last line without a line feed is kept if it is JSON: somebody edited the file. Otherwise, a process was killed while it wrote.
    private void EndLastLine(FileStream file)
    {
        var start = StartOfLastLine(file);
        if (start == file.Length)
            return;
        var line = new byte[Math.Min(file.Length - start, RecordingFormat.MaxLine)];
        file.Seek(start, SeekOrigin.Begin);
        file.ReadExactly(line);
        if (line.Length == file.Length - start && RecordingReader.IsWhole(line))
            file.WriteByte(LineFeed);
        else
            file.SetLength(start);
    }

    private long StartOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - Block);
            var block = _block.AsSpan(0, (int)(end - start));
            file.Seek(start, SeekOrigin.Begin);
            file.ReadExactly(block);
            if (block.LastIndexOf(LineFeed) is >= 0 and var at)
                return start + at + 1;
            end = start;
        }

        return 0;
    }

    /// <summary>The last header near the end of the file; null if there is none, and then one more does no harm.</summary>
    private RecordingHeader? NewestHeader(FileStream file)
    {
        var start = Math.Max(0, file.Length - Block);
        var block = _block.AsSpan(0, (int)(file.Length - start));
        file.Seek(start, SeekOrigin.Begin);
        file.ReadExactly(block);
        while (block.LastIndexOf(RecordingHeader.Start) is >= 0 and var at)
        {
            // A text of a call may contain the same characters.
            if ((at > 0 ? block[at - 1] == LineFeed : start == 0) && block[at..].IndexOf(LineFeed) is >= 0 and var length
                && Read(block.Slice(at, length)) is { } newest)
            {
                return newest;
            }

            block = block[..at];
        }

        return null;
    }

    private static RecordingHeader? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return RecordingHeader.Read(JsonElement.Parse(line, RecordingFormat.DocumentOptions));
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return null;
        }
    }
}
