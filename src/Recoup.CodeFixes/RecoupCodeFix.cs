using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Recoup.CodeFixes.Code;
using Recoup.Generators.Analyzers;

namespace Recoup.CodeFixes;

/// <summary>The code fix of a diagnostic or of similar ones, for one place or for all places of a project.</summary>
public abstract class RecoupCodeFix : CodeFixProvider
{
    private protected RecoupCodeFix(params string[] ids) => FixableDiagnosticIds = ImmutableArray.Create(ids);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var (document, cancellation) = (context.Document, context.CancellationToken);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || RuntimeTypes.Of(model.Compilation) is not { } types)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var action in ActionsFor(new ReportedCode(diagnostic, document, root, node, model, types), cancellation))
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    private protected abstract IEnumerable<CodeAction> ActionsFor(ReportedCode code, CancellationToken cancellation);
}
