using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Generators.Input;

/// <summary>
/// What was read from texts, for as long as the compiler holds the texts. The generator and the analyzers get the same text objects, so
/// only the first of them reads.
/// </summary>
/// <param name="read">Reads a text as UTF-8. Gets the file of the text, for problems. Nothing is kept if it throws.</param>
/// <typeparam name="T">What is read.</typeparam>
internal sealed class TextCache<T>(Func<ReadOnlyMemory<byte>, string, CancellationToken, T> read)
    where T : class
{
    private readonly ConditionalWeakTable<SourceText, CachedText<T>> _texts = new();

    /// <summary>Returns what was read from the text, and reads it if nothing was.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file of the text.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public CachedText<T> Of(SourceText text, string path, CancellationToken cancellation)
    {
        if (_texts.TryGetValue(text, out var known) && known.Path == path)
            return known;
        var utf8 = Utf8Text.Of(text, cancellation);
        var created = new CachedText<T>(path, utf8, read(utf8, path, cancellation));
        return known is null ? _texts.GetValue(text, _ => created) : created;
    }
}

/// <summary>A text, and what was read from it.</summary>
/// <param name="Path">The file of the text.</param>
/// <param name="Utf8">The text.</param>
/// <param name="Content">What was read.</param>
/// <typeparam name="T">What is read.</typeparam>
internal sealed record CachedText<T>(string Path, ReadOnlyMemory<byte> Utf8, T Content);
