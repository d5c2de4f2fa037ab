using Recoup.Binding.Names.Overrides;

namespace Recoup.Generators.Input;

/// <summary>A names file and its content. Two files are equal if their text is equal.</summary>
internal sealed class NamesFile : IEquatable<NamesFile>
{
    private static readonly TextCache<NameOverridesReading> Texts = new(NameOverridesReader.Read);

    private readonly ReadOnlyMemory<byte> _utf8;

    private NamesFile(ReadOnlyMemory<byte> utf8, NameOverridesReading reading) => (_utf8, Reading) = (utf8, reading);

    public NameOverridesReading Reading { get; }

    public static NamesFile Read(InputFile file, CancellationToken cancellation)
    {
        var cached = Texts.Of(Utf8Text.TextOf(file.Text, cancellation), file.Text.Path, cancellation);
        return new NamesFile(cached.Utf8, cached.Content);
    }

    public bool Equals(NamesFile? other) =>
        other is not null && Reading.Overrides.Path == other.Reading.Overrides.Path && _utf8.Span.SequenceEqual(other._utf8.Span);

    public override bool Equals(object? obj) => Equals(obj as NamesFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reading.Overrides.Path) ^ _utf8.Length;
}
