using System.Buffers.Binary;
using System.Text;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>
/// A vector for each piece of an English word, close to those of pieces that mean nearly the same. <c>build/WordVectors</c> makes the table
/// and describes its format.
/// </summary>
internal sealed class WordTable
{
    private const int HeaderBytes = 16;
    private const int MostDimensions = 1024;
    private const int MostPieces = 100_000;

    private static readonly Lazy<WordTable> Lazy = new(ReadResource);

    private readonly ReadOnlyMemory<byte> _rows;

    private WordTable(int dimensions, string[] vocabulary, ReadOnlyMemory<byte> rows)
    {
        Dimensions = dimensions;
        Vocabulary = vocabulary;
        _rows = rows;
    }

    /// <summary>The table of this assembly. It is read once, when it is first needed.</summary>
    public static WordTable English => Lazy.Value;

    /// <summary>The number of components of a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The pieces. One that continues a word starts with <c>##</c>.</summary>
    public IReadOnlyList<string> Vocabulary { get; }

    /// <summary>The bytes of a row: a scale, and four bits for each component.</summary>
    private int RowBytes => 2 + (Dimensions / 2);

    /// <summary>Reads a table.</summary>
    /// <param name="data">The whole file.</param>
    /// <exception cref="InvalidDataException">It is not a table of version 1.</exception>
    public static WordTable Read(ReadOnlyMemory<byte> data)
    {
        var bytes = data.Span;
        if (!bytes.StartsWith("RCWV"u8) || bytes.Length < HeaderBytes)
            throw new InvalidDataException($"Expected a word table, which starts with RCWV and has at least {HeaderBytes} bytes.");
        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        if (version != 1)
            throw new InvalidDataException($"Expected a word table of version 1, but its version is {version}.");
        int dimensions = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var vocabularyBytes = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (dimensions is < 2 or > MostDimensions || dimensions % 2 != 0)
            throw new InvalidDataException($"Expected an even number of dimensions from 2 to {MostDimensions}, but it is {dimensions}.");
        if (count is < 1 or > MostPieces)
            throw new InvalidDataException($"Expected 1 to {MostPieces} words, but there are {count}.");
        var length = HeaderBytes + vocabularyBytes + ((long)count * (2 + (dimensions / 2)));
        if (vocabularyBytes < 0 || length != data.Length)
            throw new InvalidDataException($"Expected {length} bytes by the header of the word table, but there are {data.Length}.");
        var vocabulary = Encoding.UTF8.GetString(bytes.Slice(HeaderBytes, vocabularyBytes)).Split('\n');
        if (vocabulary.Length != count || vocabulary.Distinct(StringComparer.Ordinal).Count() != count)
            throw new InvalidDataException($"Expected {count} different words, separated by line feeds.");
        return new(dimensions, vocabulary, data[(HeaderBytes + vocabularyBytes)..]);
    }

    /// <summary>Adds the vector of a piece to a sum.</summary>
    /// <param name="piece">The index of the piece.</param>
    /// <param name="sum">As many components as the table has dimensions.</param>
    public void AddTo(Span<float> sum, int piece)
    {
        var row = _rows.Span.Slice(piece * RowBytes, RowBytes);
        var scale = (float)BinaryPrimitives.ReadHalfLittleEndian(row);
        for (var i = 0; i < sum.Length; i += 2)
        {
            var pair = row[2 + (i / 2)];
            sum[i] += scale * ((pair & 15) - 8);
            sum[i + 1] += scale * ((pair >> 4) - 8);
        }
    }

    private static WordTable ReadResource()
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream("words.bin")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return Read(data);
    }
}
