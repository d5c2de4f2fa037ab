namespace WordVectors;

/// <summary>A piece of a word in the vocabulary of the teacher.</summary>
internal static class Piece
{
    /// <summary>Whether a piece has only the letters a to z, behind the <c>##</c> of one that continues a word.</summary>
    public static bool IsWord(string piece)
    {
        var letters = piece.AsSpan(piece.StartsWith("##", StringComparison.Ordinal) ? 2 : 0);
        return letters.Length > 0 && !letters.ContainsAnyExceptInRange('a', 'z');
    }
}
