using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>RCP0040: a constant slug that no catalog of the project has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownSlugAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.UnknownSlug);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuntimeTypes.Of(start.Compilation) is not { } types || CatalogSlugs.FilesOf(start.Options) is not { Length: > 0 } files)
                return;

            // Lazy: a program without constant slugs does not read its catalogs here. Without a token: if one request of the editor
            // canceled the value, it would stay canceled for the next request.
            var slugs = new Lazy<ISet<string>?>(() => CatalogSlugs.Of(
                files, text => start.TryGetValue(text, CatalogSlugs.OfText, out var read) ? read : null));
            start.RegisterOperationAction(argument => Check(argument, types, slugs), OperationKind.Argument);
        });
    }

    private static void Check(OperationAnalysisContext context, RuntimeTypes types, Lazy<ISet<string>?> slugs)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (!types.TakesSlug(argument.Parameter) || argument.Value.ConstantValue is not { HasValue: true, Value: string slug })
            return;
        if (slugs.Value is not { } known || known.Contains(slug))
            return;

        var nearest = Nearest.Of(slug, known);
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            AnalyzerDescriptors.UnknownSlug,
            argument.Value.Syntax.GetLocation(),
            nearest is null ? properties : properties.Add(RuleIds.Suggestion, nearest),
            slug,
            nearest is null ? "" : $"; did you mean '{nearest}'?"));
    }
}
