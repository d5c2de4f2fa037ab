using System.Runtime.InteropServices;

namespace Recoup.Catalogs.Json;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns: built in one pass, O(1) a look-up.</summary>
internal sealed class LineMap
{
    private const int BlockShift = 9;
    private const int BlockSize = 1 << BlockShift;

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly List<int> _lineStarts = [0];

    // UTF-16 code units before each block, so that a column on a line of megabytes costs one block, not the line.
    private readonly int[] _charsBeforeBlock;

    public LineMap(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        _charsBeforeBlock = new int[(utf8.Length >> BlockShift) + 2];
        var text = utf8.Span;
        for (var i = 0; text[i..].IndexOfAny((byte)'\n', (byte)'\r') is var at and >= 0;)
        {
            i += at + 1;
            if (text[i - 1] == '\n' || i == text.Length || text[i] != '\n')
                _lineStarts.Add(i);
        }

        for (var block = 0; block < text.Length >> BlockShift; block++)
            _charsBeforeBlock[block + 1] = _charsBeforeBlock[block] + Chars(text.Slice(block << BlockShift, BlockSize));
    }

    public TextPosition PositionOf(int offset)
    {
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        var chars = CharsBefore(offset);
        return new TextPosition(line + 1, chars - CharsBefore(_lineStarts[line]) + 1, chars);
    }

    private int CharsBefore(int offset)
    {
        var block = offset >> BlockShift;
        return _charsBeforeBlock[block] + Chars(_utf8.Span[(block << BlockShift)..offset]);
    }

    // ASCII is counted eight characters at a time: a catalog can have megabytes.
    private static int Chars(ReadOnlySpan<byte> utf8)
    {
        var chars = 0;
        while (utf8.Length >= sizeof(ulong) && (MemoryMarshal.Read<ulong>(utf8) & 0x8080808080808080) == 0)
        {
            chars += sizeof(ulong);
            utf8 = utf8[sizeof(ulong)..];
        }

        foreach (var b in utf8)
            chars += CharsStartedBy(b);
        return chars;
    }

    private static int CharsStartedBy(byte b) => (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}
