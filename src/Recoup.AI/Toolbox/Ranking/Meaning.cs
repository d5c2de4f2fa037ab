namespace Recoup.AI.Toolbox.Ranking;

/// <summary>What texts mean, as vectors: the normalized sum of the vectors of their words.</summary>
/// <remarks>It has no state but the table, so that all catalogs of a process share one.</remarks>
internal sealed class Meaning
{
    private static readonly Lazy<Meaning> Lazy = new(() => new Meaning(WordTable.English));

    private readonly WordTable _table;
    private readonly WordPieces _pieces;

    /// <summary>Creates it.</summary>
    /// <param name="table">The vectors of the words.</param>
    public Meaning(WordTable table)
    {
        _table = table;
        _pieces = new(table.Vocabulary);
    }

    /// <summary>The meaning of English words.</summary>
    public static Meaning English => Lazy.Value;

    /// <summary>The vector of a text, of length 1; all zeros if no word has a vector.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">At most how many words are read.</param>
    public float[] Of(ReadOnlySpan<char> text, int words)
    {
        var vector = new float[_table.Dimensions];
        foreach (var piece in _pieces.Read(text, words))
            _table.AddTo(vector, piece);
        var length = MathF.Sqrt(Product(vector, vector));
        if (length > 0)
        {
            for (var i = 0; i < vector.Length; i++)
                vector[i] /= length;
        }

        return vector;
    }

    /// <summary>How close two texts are in meaning: the cosine of the angle between their vectors, 1 at most.</summary>
    public static float Likeness(float[] left, float[] right) => Product(left, right);

    // One component after the other, so that the sum is the same on every processor.
    private static float Product(float[] left, float[] right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
