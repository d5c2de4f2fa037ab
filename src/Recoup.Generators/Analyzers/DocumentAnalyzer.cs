using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Binding.Problems;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// Reports the problems of a project's documents that leave no generated code out. The generator reports the others. Editors run this
/// analyzer while the user edits a file, before the generator runs again.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DocumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        new[] { CatalogProblems.All, SpecProblems.All, BindingProblems.All, ApiProblems.All, NamesProblems.All, ResultProblems.All }
            .SelectMany(table => table)
            .Where(problem => !problem.LeavesCodeOut)
            .Select(DiagnosticDescriptors.For)
            .ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var documents = new ProjectDocuments(start.Options);
            if (documents.IsEmpty || !ProjectDocuments.AreGenerated(start.Compilation))
                return;
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var problem in documents.ProblemsOf(file.AdditionalFile.Path, file.CancellationToken))
                    file.ReportDiagnostic(ProblemDiagnostic.Of(problem));
            });
        });
    }
}
