namespace Recoup.Recordings;

/// <summary>
/// The lines of a stream, one at a time and without their line feeds. The memory is that of the longest line, whatever the length of the
/// stream.
/// </summary>
internal sealed class RecordingLines(Stream stream, string name, int longest = RecordingFormat.MaxLine)
{
    private const byte LineFeed = (byte)'\n';
    private const int FirstBuffer = 64 * 1024;

    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _isEnded;

    /// <summary>The number of the current line; the first one is 1.</summary>
    public long Number { get; private set; }

    /// <summary>The current line. It is valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether a line feed ends the current line. If not, it is the last one, and its writer may not have finished it.</summary>
    public bool IsTerminated { get; private set; }

    /// <summary>Reads the next line; false at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public bool Read()
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(LineFeed);
            if (at >= 0)
            {
                var length = searched + at;
                Set(length, isTerminated: true);
                _start += length + 1;
                return true;
            }

            searched = _end - _start;
            if (searched > longest)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"{name}:{Number + 1}: the line has more than {longest:N0} bytes, the longest that a recording may have."));
            }

            if (Fill())
                continue;
            if (searched == 0)
                return false;
            Set(searched, isTerminated: false);
            _start = _end;
            return true;
        }
    }

    private void Set(int length, bool isTerminated)
    {
        Number++;
        Line = _buffer.AsMemory(_start, length);
        IsTerminated = isTerminated;
    }

    /// <summary>Reads more bytes behind those that are left; false at the end of the stream.</summary>
    private bool Fill()
    {
        if (_isEnded)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, (long)longest + FirstBuffer));
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isEnded = read == 0;
        return !_isEnded;
    }
}
