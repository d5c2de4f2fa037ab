using System.Collections.Immutable;
using System.Text;
using Recoup.Binding.Api;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Generators.Input;

/// <summary>An OpenAPI document that was read. Equal when the text and what is wanted of it are.</summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private readonly byte[] _utf8;

    private SpecFile(SpecSelection selection, bool nestsTypes, byte[] utf8) => (Selection, NestsTypes, _utf8) = (selection, nestsTypes, utf8);

    public SpecSelection Selection { get; }

    public bool NestsTypes { get; }

    public static SpecFile Read(InputFile file, CancellationToken cancellation)
    {
        var utf8 = Encoding.UTF8.GetBytes(file.Text.GetText(cancellation)?.ToString() ?? "");
        var className = file.ClassName ?? ApiNames.ClassOf(Path.GetFileNameWithoutExtension(file.Text.Path));
        return new SpecFile(new SpecSelection(file.Text.Path, className, ApiSpecReader.Read(utf8, file.Text.Path)), file.NestsTypes, utf8);
    }

    /// <summary>Binds the documents.</summary>
    public static ImmutableArray<SpecBinding> Bind(ImmutableArray<SpecFile> files)
    {
        var fileOf = files.ToDictionary(file => file.Selection);
        return ApiPlan.Of(fileOf.Keys).Select(api => new SpecBinding(api.Model, fileOf[api.Document].NestsTypes, api.Problems)).ToImmutableArray();
    }

    public bool Equals(SpecFile? other) =>
        other is not null
        && Selection.Path == other.Selection.Path
        && Selection.ClassName == other.Selection.ClassName
        && NestsTypes == other.NestsTypes
        && _utf8.AsSpan().SequenceEqual(other._utf8);

    public override bool Equals(object? obj) => Equals(obj as SpecFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Selection.Path) ^ _utf8.Length;
}

/// <summary>What a document was bound to.</summary>
/// <param name="Model">The class, or null where there is none.</param>
/// <param name="NestsTypes">Whether its types stand inside the class.</param>
/// <param name="Problems">What is wrong with the document, and what was decided.</param>
internal sealed record SpecBinding(ApiModel? Model, bool NestsTypes, EquatableArray<Problem> Problems);
