using Recoup.Binding.Api;
using Recoup.Catalogs.Spec;

namespace Recoup.Generators.Input;

/// <summary>An OpenAPI document and its content. Two documents are equal if their text and their metadata are equal.</summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private static readonly TextCache<ApiSpecReading> Texts = new(ApiSpecReader.Read);

    private readonly ReadOnlyMemory<byte> _utf8;

    private SpecFile(SpecSelection selection, bool nestsTypes, ReadOnlyMemory<byte> utf8) =>
        (Selection, NestsTypes, _utf8) = (selection, nestsTypes, utf8);

    public SpecSelection Selection { get; }

    /// <summary>Whether its types are nested in the class.</summary>
    public bool NestsTypes { get; }

    public static SpecFile Read(InputFile file, CancellationToken cancellation)
    {
        var cached = Texts.Of(Utf8Text.TextOf(file.Text, cancellation), file.Text.Path, cancellation);
        return new SpecFile(SpecSelection.Of(file.Text.Path, file.ClassName, cached.Content), file.NestsTypes, cached.Utf8);
    }

    /// <summary>Binds each document. A document whose class name is already used is left out and reported.</summary>
    /// <param name="files">The documents.</param>
    /// <param name="connectors">The classes of connectors.</param>
    public static IEnumerable<SpecBinding> Bind(IReadOnlyList<SpecFile> files, IReadOnlyList<ConnectorClass> connectors)
    {
        var fileOf = files.ToDictionary(file => file.Selection);
        return ApiPlan.Of(fileOf.Keys, connectors)
            .Select(api => new SpecBinding(
                api.Model is { } model ? new SpecClass(model, fileOf[api.Document].NestsTypes) : null, new ProblemList(api.Problems)));
    }

    public bool Equals(SpecFile? other) =>
        other is not null
        && Selection.Path == other.Selection.Path
        && Selection.ClassName == other.Selection.ClassName
        && Selection.RefusedName == other.Selection.RefusedName
        && NestsTypes == other.NestsTypes
        && _utf8.Span.SequenceEqual(other._utf8.Span);

    public override bool Equals(object? obj) => Equals(obj as SpecFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Selection.Path) ^ _utf8.Length;
}

/// <summary>The result of binding a document.</summary>
/// <param name="Class">The class, or null if none is generated.</param>
/// <param name="Problems">The problems of the document and the decisions about it.</param>
internal sealed record SpecBinding(SpecClass? Class, ProblemList Problems);

/// <summary>The class of a document.</summary>
/// <param name="Model">The class.</param>
/// <param name="NestsTypes">Whether its types are nested in the class.</param>
internal sealed record SpecClass(ApiModel Model, bool NestsTypes);
