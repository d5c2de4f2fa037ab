using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Recoup.Generators.Diagnostics;

namespace Recoup.CodeFixes;

/// <summary>RCP0040: the slug that was probably meant, or better its generated method, which cannot be misspelled.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownSlugCodeFix)), Shared]
public sealed class UnknownSlugCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnknownSlug);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(RuleIds.Suggestion, out var slug) || slug is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written)
            {
                continue;
            }

            // A constant that is declared elsewhere may have other uses; only what is written here is replaced.
            if (written is LiteralExpressionSyntax)
                Register(context, diagnostic, $"Use '{slug}'", "Slug", root, written, Literal(slug).WithTriviaFrom(written));

            if (TypedCall.For(slug, written, model, context.Document, context.CancellationToken) is { } typed)
                Register(context, diagnostic, $"Use {typed.Name}", "Method", root, typed.Old, typed.New);
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, string kind, SyntaxNode root, SyntaxNode old, SyntaxNode replacement) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                cancellation => ImportAdder.AddImportsAsync(
                    context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement)), Simplifier.AddImportsAnnotation, cancellationToken: cancellation),
                nameof(UnknownSlugCodeFix) + kind),
            diagnostic);

    private static LiteralExpressionSyntax Literal(string slug) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(slug));
}
