using System.Runtime.CompilerServices;
using System.Text;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Fuzzing;

/// <summary>What readers promise for each input.</summary>
internal static class Promise
{
    /// <summary>Requires that a promise is kept.</summary>
    /// <exception cref="BrokenPromiseException">It is not.</exception>
    public static void That(bool isKept, [CallerArgumentExpression(nameof(isKept))] string promise = "")
    {
        if (!isKept)
            throw new BrokenPromiseException(promise);
    }

    /// <summary>Requires that two answers to the same question are equal.</summary>
    public static void Same<T>(T one, T other, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(one, other))
            throw new BrokenPromiseException($"{what} differ: {one} and {other}");
    }

    /// <summary>Requires problems that a user can act on: one line of text, and a position inside the document.</summary>
    /// <param name="problems">The problems of one document.</param>
    /// <param name="utf8">The document.</param>
    public static void Readable(IEnumerable<Problem> problems, byte[] utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        foreach (var problem in problems)
        {
            That(problem.Message is { Length: > 0 } message && !message.Any(char.IsControl), $"the message of {problem} is one line");
            if (problem.Range is not { } range)
                continue;
            That(Is(range.Start, text) && Is(range.End, text), $"{problem} is in the text");
            That(range.Start.CharOffset <= range.End.CharOffset, $"the range of {problem} ends after its start");
        }
    }

    /// <summary>Whether a position is one of a text.</summary>
    public static bool Is(TextPosition position, string text) =>
        position is { Line: >= 1, Column: >= 1, CharOffset: >= 0 }
        && position.CharOffset <= text.Length && position.Column <= position.CharOffset + 1;
}
