using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators;

namespace Recoup.CodeFixes.Tests.Editing;

/// <summary>The generator and the analyzers of the package, as an editor loads them.</summary>
internal sealed class RecoupAnalyzers : AnalyzerReference
{
    // The workspace finds the reference of a generator by the object.
    private readonly ImmutableArray<ISourceGenerator> _generators = [new RecoupGenerator().AsSourceGenerator()];

    public override string FullPath => typeof(RecoupGenerator).Assembly.Location;

    public override object Id => nameof(RecoupAnalyzers);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => GetAnalyzersForAllLanguages();

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() =>
        [.. typeof(RecoupGenerator).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => GetGeneratorsForAllLanguages();

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
