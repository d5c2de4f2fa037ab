using System.Collections.Immutable;
using System.Text;
using Recoup.Binding.Api;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Generators.Input;

/// <summary>An OpenAPI document and its content. Two documents are equal if their text and their metadata are equal.</summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private readonly byte[] _utf8;

    private SpecFile(SpecSelection selection, bool nestsTypes, byte[] utf8) =>
        (Selection, NestsTypes, _utf8) = (selection, nestsTypes, utf8);

    public SpecSelection Selection { get; }

    /// <summary>Whether its types are nested in the class.</summary>
    public bool NestsTypes { get; }

    public static SpecFile Read(InputFile file, CancellationToken cancellation)
    {
        var utf8 = Encoding.UTF8.GetBytes(file.Text.GetText(cancellation)?.ToString() ?? "");
        var className = file.ClassName ?? ApiNames.ClassOf(Path.GetFileNameWithoutExtension(file.Text.Path));
        return new SpecFile(new SpecSelection(file.Text.Path, className, ApiSpecReader.Read(utf8, file.Text.Path)), file.NestsTypes, utf8);
    }

    /// <summary>Binds each document. A document whose class name is already used is left out and reported.</summary>
    public static ImmutableArray<SpecBinding> Bind(ImmutableArray<SpecFile> files)
    {
        var fileOf = files.ToDictionary(file => file.Selection);
        return ApiPlan.Of(fileOf.Keys)
            .Select(api => new SpecBinding(api.Model, fileOf[api.Document].NestsTypes, api.Problems))
            .ToImmutableArray();
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

/// <summary>The result of binding a document.</summary>
/// <param name="Model">The class, or null if none is generated.</param>
/// <param name="NestsTypes">Whether its types are nested in the class.</param>
/// <param name="Problems">The problems of the document and the decisions about it.</param>
internal sealed record SpecBinding(ApiModel? Model, bool NestsTypes, EquatableArray<Problem> Problems);
