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
        var chars = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ((i & (BlockSize - 1)) == 0)
                _charsBeforeBlock[i >> BlockShift] = chars;
            var b = text[i];
            chars += CharsStartedBy(b);
            if (b == '\n' || (b == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }

        if ((text.Length & (BlockSize - 1)) == 0)
            _charsBeforeBlock[text.Length >> BlockShift] = chars;
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
        var chars = _charsBeforeBlock[block];
        foreach (var b in _utf8.Span[(block << BlockShift)..offset])
            chars += CharsStartedBy(b);
        return chars;
    }

    private static int CharsStartedBy(byte b) => (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
}
