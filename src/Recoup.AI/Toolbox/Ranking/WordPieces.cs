using System.Runtime.InteropServices;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>
/// Splits texts into the pieces of a vocabulary, as BERT does: a word that the vocabulary lacks becomes the longest pieces that make it
/// up, <c>web ##hook</c>. Words with anything but the letters a to z have no pieces, and neither have stop words.
/// </summary>
/// <param name="vocabulary">The pieces. One that continues a word starts with <c>##</c>.</param>
internal sealed class WordPieces(IReadOnlyList<string> vocabulary)
{
    private const int LongestWord = 64;

    private readonly Dictionary<string, int> _starts = Index(vocabulary, isStart: true);
    private readonly Dictionary<string, int> _continuations = Index(vocabulary, isStart: false);
    private readonly int _longest = vocabulary.Max(piece => piece.Length);

    /// <summary>The indexes of the pieces of a text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">At most how many words are read.</param>
    public List<int> Read(ReadOnlySpan<char> text, int count)
    {
        var pieces = new List<int>();
        Span<char> word = stackalloc char[LongestWord];
        for (var start = 0; start < text.Length && count > 0;)
        {
            var length = 0;
            while (start + length < text.Length && char.IsLetterOrDigit(text[start + length]))
                length++;
            if (length is > 0 and <= LongestWord)
                Add(pieces, word[..text.Slice(start, length).ToLowerInvariant(word)]);
            if (length > 0)
                count--;
            start += Math.Max(1, length);
        }

        return pieces;
    }

    private void Add(List<int> pieces, ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyExceptInRange('a', 'z') || StopWords.Contains(word))
            return;
        var before = pieces.Count;
        for (var start = 0; start < word.Length;)
        {
            var (piece, length) = LongestPiece(word[start..], start == 0 ? _starts : _continuations);
            if (length == 0)
            {
                CollectionsMarshal.SetCount(pieces, before);
                return;
            }

            pieces.Add(piece);
            start += length;
        }
    }

    private (int Piece, int Length) LongestPiece(ReadOnlySpan<char> word, Dictionary<string, int> pieces)
    {
        var known = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, _longest); length > 0; length--)
        {
            if (known.TryGetValue(word[..length], out var piece))
                return (piece, length);
        }

        return (-1, 0);
    }

    private static Dictionary<string, int> Index(IReadOnlyList<string> vocabulary, bool isStart)
    {
        var index = new Dictionary<string, int>();
        for (var i = 0; i < vocabulary.Count; i++)
        {
            if (vocabulary[i].StartsWith("##", StringComparison.Ordinal) != isStart)
                index.Add(isStart ? vocabulary[i] : vocabulary[i][2..], i);
        }

        return index;
    }
}
