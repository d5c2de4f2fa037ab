using Recoup.Catalogs.Actions;

namespace Recoup.Generators.Input;

/// <summary>A file that describes results, and its content. Two files are equal if their text is equal.</summary>
internal sealed class ResultsFile : IEquatable<ResultsFile>
{
    private static readonly TextCache<ResultFile> Texts = new(ResultFileReader.Read);

    private readonly ReadOnlyMemory<byte> _utf8;

    private ResultsFile(ReadOnlyMemory<byte> utf8, ResultFile content) => (_utf8, Content) = (utf8, content);

    public ResultFile Content { get; }

    public static ResultsFile Read(InputFile file, CancellationToken cancellation)
    {
        var cached = Texts.Of(Utf8Text.TextOf(file.Text, cancellation), file.Text.Path, cancellation);
        return new ResultsFile(cached.Utf8, cached.Content);
    }

    /// <summary>The descriptions of all files, the first with the highest priority.</summary>
    public static ResultOverlay Overlay(IEnumerable<ResultsFile> files) => new(files.Select(file => file.Content));

    public bool Equals(ResultsFile? other) =>
        other is not null && Content.Path == other.Content.Path && _utf8.Span.SequenceEqual(other._utf8.Span);

    public override bool Equals(object? obj) => Equals(obj as ResultsFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Content.Path) ^ _utf8.Length;
}
