using System.Text.Json;
using System.Text.Unicode;

namespace Recoup.Recordings;

/// <summary>
/// Reads recordings call by call. The memory is that of the longest line, whatever the length of the file. Errors name file and line.
/// </summary>
internal static class RecordingReader
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Reads a file. Other processes may append to it at the same time.</summary>
    /// <param name="path">The path of the file, which is also its name in messages.</param>
    /// <param name="note">
    /// Gets a sentence about a last line that was cut, and that is ignored; null if such a line is an error like any other broken one.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">
    /// A line is neither a header nor a call, or belongs to another version of the format. The message begins with file and line.
    /// </exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static IEnumerable<RecordedCall> Read(
        string path, Action<string>? note = null, CancellationToken cancellationToken = default)
    {
        using var stream = RecordingFile.Open(path, FileMode.Open, FileAccess.Read, LongestWait, cancellationToken);
        foreach (var call in Read(stream, path, note, cancellationToken))
            yield return call;
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="note">As for a file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    public static IEnumerable<RecordedCall> Read(
        Stream stream, string name, Action<string>? note = null, CancellationToken cancellationToken = default)
    {
        var lines = new RecordingLines(stream, name);
        while (lines.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Parse(lines, name, note) is { } call)
                yield return call;
        }
    }

    private static RecordedCall? Parse(RecordingLines lines, string name, Action<string>? note)
    {
        var line = lines.Line;
        if (lines.Number == 1 && line.Span.StartsWith("\uFEFF"u8))
            line = line[3..];
        if (line.Span.Trim(" \t\r"u8).IsEmpty)
            return null;
        if (note is not null && !lines.IsTerminated && !IsWhole(line.Span))
        {
            note(FormattableString.Invariant($"{name}:{lines.Number}: the last line is cut, and was ignored."));
            return null;
        }

        if (!Utf8.IsValid(line.Span))
            throw Broken("expected a recorded call, a JSON object in one line, got bytes that are not UTF-8.");
        try
        {
            return RecordedLine.Read(line, name, lines.Number);
        }
        catch (JsonException exception)
        {
            throw Broken($"expected a recorded call, a JSON object in one line. {exception.Message}", exception);
        }
        catch (InvalidDataException exception)
        {
            throw Broken(exception.Message, exception);
        }

        InvalidDataException Broken(string problem, Exception? cause = null) =>
            new(FormattableString.Invariant($"{name}:{lines.Number}: {problem}"), cause);
    }

    /// <summary>Whether a line is JSON. A process that was killed while it wrote has left the beginning of a line, which is not.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (json.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
