using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// RCP0063: classes that are generated both in the project and in an assembly that it references, once for each such assembly.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.RepeatedClass);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(static compilation =>
        {
            if (RuntimeTypes.Of(compilation.Compilation) is not { } types)
                return;
            foreach (var (assembly, classes) in GeneratedConnectors.Repeated(compilation.Compilation, types))
            {
                compilation.ReportDiagnostic(Diagnostic.Create(
                    AnalyzerDescriptors.RepeatedClass,
                    Location.None,
                    classes.Count == 1 ? $"the class {classes[0].Name}" : $"{classes[0].Name} and {classes.Count - 1} more of its classes",
                    assembly.Name));
            }
        });
    }
}
