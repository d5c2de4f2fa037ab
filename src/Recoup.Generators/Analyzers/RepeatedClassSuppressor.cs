using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// Suppresses the compiler's warning at each use of a class that is generated twice (CS0436). RCP0063 reports the cause once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedClassSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Conflict = new("RCPS01", "CS0436", "RCP0063 reports the cause once.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Conflict);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (RuntimeTypes.Of(context.Compilation) is not { } types)
            return;
        var repeated = new HashSet<ISymbol>(
            GeneratedConnectors.Repeated(context.Compilation, types).SelectMany(pair => pair.Classes), SymbolEqualityComparer.Default);
        if (repeated.Count == 0)
            return;

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (context.GetSemanticModel(tree).GetSymbolInfo(node, context.CancellationToken).Symbol is { } symbol
                && repeated.Contains(Outermost(symbol)))
            {
                context.ReportSuppression(Suppression.Create(Conflict, diagnostic));
            }
        }
    }

    private static ISymbol Outermost(ISymbol symbol)
    {
        while (symbol.ContainingType is { } type)
            symbol = type;
        return symbol;
    }
}
