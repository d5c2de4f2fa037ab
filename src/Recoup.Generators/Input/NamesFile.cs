using System.Text;
using Recoup.Binding.Names.Overrides;

namespace Recoup.Generators.Input;

/// <summary>A names file and its content. Two files are equal if their text is equal.</summary>
internal sealed class NamesFile : IEquatable<NamesFile>
{
    private readonly byte[] _utf8;

    private NamesFile(byte[] utf8, NameOverridesReading reading) => (_utf8, Reading) = (utf8, reading);

    public NameOverridesReading Reading { get; }

    public static NamesFile Read(InputFile file, CancellationToken cancellation)
    {
        var utf8 = Encoding.UTF8.GetBytes(file.Text.GetText(cancellation)?.ToString() ?? "");
        return new NamesFile(utf8, NameOverridesReader.Read(utf8, file.Text.Path));
    }

    public bool Equals(NamesFile? other) =>
        other is not null && Reading.Overrides.Path == other.Reading.Overrides.Path && _utf8.AsSpan().SequenceEqual(other._utf8);

    public override bool Equals(object? obj) => Equals(obj as NamesFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reading.Overrides.Path) ^ _utf8.Length;
}
