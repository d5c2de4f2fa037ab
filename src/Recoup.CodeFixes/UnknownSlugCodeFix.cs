using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Recoup.CodeFixes.Code;
using Recoup.Generators.Diagnostics;

namespace Recoup.CodeFixes;

/// <summary>
/// RCP0040 and RCP0048: replaces the slug with the suggested one, or with the generated method of the action, which cannot be misspelled.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownSlugCodeFix)), Shared]
public sealed class UnknownSlugCodeFix() : RecoupCodeFix(RuleIds.UnknownSlug, RuleIds.UnknownConnector)
{
    private protected override IEnumerable<CodeAction> ActionsFor(ReportedCode code, CancellationToken cancellation)
    {
        if (code.Property(RuleIds.Suggestion) is not { } slug || code.Node is not ExpressionSyntax written)
            yield break;

        // A constant that is declared elsewhere may have other uses; only a literal is replaced.
        if (written is LiteralExpressionSyntax)
            yield return Replacement(code, $"Use '{slug}'", "Slug", written, Literal(slug).WithTriviaFrom(written));

        if (code.Diagnostic.Id == RuleIds.UnknownSlug && TypedCall.For(slug, written, code, cancellation) is { } typed)
            yield return Replacement(code, $"Use {typed.Name}", "Method", typed.Before, typed.After);
    }

    private static CodeAction Replacement(ReportedCode code, string title, string kind, SyntaxNode before, SyntaxNode after) =>
        CodeAction.Create(
        title,
        cancellation =>
            ImportAdder.AddImportsAsync(code.Replace(before, after), Simplifier.AddImportsAnnotation, cancellationToken: cancellation),
        nameof(UnknownSlugCodeFix) + kind);

    private static LiteralExpressionSyntax Literal(string slug) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(slug));
}
