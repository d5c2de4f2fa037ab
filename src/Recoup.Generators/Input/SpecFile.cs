using System.Collections.Immutable;
using System.Text;
using Recoup.Binding.Api;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Generators.Input;

/// <summary>An OpenAPI document and its content. Two documents are equal if their text and their metadata are equal.</summary>
internal sealed class SpecFile : IEquatable<SpecFile>
{
    private readonly byte[] _utf8;
    private readonly ApiSpecReading _reading;

    private SpecFile(string path, string className, bool nestsTypes, byte[] utf8, ApiSpecReading reading) =>
        (Path, ClassName, NestsTypes, _utf8, _reading) = (path, className, nestsTypes, utf8, reading);

    public string Path { get; }

    /// <summary>The name of the generated class.</summary>
    public string ClassName { get; }

    /// <summary>Whether its types are nested in the class.</summary>
    public bool NestsTypes { get; }

    public static SpecFile Read(InputFile file, CancellationToken cancellation)
    {
        var utf8 = Encoding.UTF8.GetBytes(file.Text.GetText(cancellation)?.ToString() ?? "");
        return new SpecFile(
            file.Text.Path,
            file.ClassName ?? ApiNames.ClassOf(System.IO.Path.GetFileNameWithoutExtension(file.Text.Path)),
            file.NestsTypes,
            utf8,
            ApiSpecReader.Read(utf8, file.Text.Path));
    }

    /// <summary>Binds each document. A document whose class name is already used is left out and reported.</summary>
    public static ImmutableArray<SpecBinding> Bind(ImmutableArray<SpecFile> files)
    {
        var firstByClass = new Dictionary<string, string>(StringComparer.Ordinal);
        var bindings = ImmutableArray.CreateBuilder<SpecBinding>();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (firstByClass.TryGetValue(file.ClassName, out var first))
            {
                var start = new TextPosition(1, 1, 0);
                var problem = new Problem(ApiProblems.SameClass, file.ClassName, first) { Path = file.Path, Range = new TextRange(start, start) };
                bindings.Add(new SpecBinding(null, file.NestsTypes, new([problem])));
                continue;
            }

            firstByClass.Add(file.ClassName, file.Path);
            bindings.Add(file.Bind());
        }

        return bindings.ToImmutable();
    }

    public bool Equals(SpecFile? other) =>
        other is not null
        && Path == other.Path
        && ClassName == other.ClassName
        && NestsTypes == other.NestsTypes
        && _utf8.AsSpan().SequenceEqual(other._utf8);

    public override bool Equals(object? obj) => Equals(obj as SpecFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path) ^ _utf8.Length;

    private SpecBinding Bind()
    {
        // A document that cannot be read has no class. A class without operations would only move the error to its callers.
        var bound = ApiBinder.Bind(_reading.Spec, ClassName, Path);
        var isReadable = !_reading.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error);
        return new SpecBinding(isReadable ? bound.Model : null, NestsTypes, new(_reading.Problems.Concat(bound.Problems)));
    }
}

/// <summary>The result of binding a document.</summary>
/// <param name="Model">The class, or null if none is generated.</param>
/// <param name="NestsTypes">Whether its types are nested in the class.</param>
/// <param name="Problems">The problems of the document and the decisions about it.</param>
internal sealed record SpecBinding(ApiModel? Model, bool NestsTypes, EquatableArray<Problem> Problems);
