using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Generators.Input;

/// <summary>A catalog file and its content. Two files are equal if their text and their filters are equal.</summary>
internal sealed class CatalogFile : IEquatable<CatalogFile>
{
    private static readonly TextCache<CatalogReading> Texts = new(CatalogReader.Read);

    private readonly ReadOnlyMemory<byte> _utf8;

    private CatalogFile(ReadOnlyMemory<byte> utf8, CatalogSelection selection, IReadOnlyList<Problem> problems) =>
        (_utf8, Selection, Problems) = (utf8, selection, problems);

    public CatalogSelection Selection { get; }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Whether the file does not exist. The compiler itself reports that (CS2001).</summary>
    public bool IsMissing { get; private init; }

    public static CatalogFile Read(InputFile file, CancellationToken cancellation)
    {
        if (file.Text.GetText(cancellation) is not { } text)
            return new CatalogFile(default, new CatalogSelection(file.Text.Path, default, default, default), []) { IsMissing = true };
        var cached = Texts.Of(text, file.Text.Path, cancellation);
        var selection = new CatalogSelection(
            file.Text.Path, new(cached.Content.Catalog.Actions), file.Connectors, file.ActionPatterns);
        return new CatalogFile(cached.Utf8, selection, cached.Content.Problems);
    }

    public bool Equals(CatalogFile? other) =>
        other is not null
        && IsMissing == other.IsMissing
        && Selection.Path == other.Selection.Path
        && Selection.Connectors == other.Selection.Connectors
        && Selection.ActionPatterns == other.Selection.ActionPatterns
        && _utf8.Span.SequenceEqual(other._utf8.Span);

    public override bool Equals(object? obj) => Equals(obj as CatalogFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Selection.Path) ^ _utf8.Length;
}
