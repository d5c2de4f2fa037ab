using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.Generators.Analyzers;
using Recoup.Generators.Diagnostics;

namespace Recoup.CodeFixes;

/// <summary>RCP0042: passes the call to a client that is in scope, where awaiting is allowed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnexecutedCallCodeFix)), Shared]
public sealed class UnexecutedCallCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UnexecutedCall);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || RuntimeTypes.Of(model.Compilation) is not { } types)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            // Of 'maker?.Make()' there may be no call at all.
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression
                || expression is ConditionalAccessExpressionSyntax
                || !AsyncScope.CanAwait(expression))
            {
                continue;
            }

            foreach (var client in ClientsInScope.Of(model, expression, types))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Execute it: await {client}.ExecuteAsync(…)",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(expression, Execute(expression, client)))),
                        nameof(UnexecutedCallCodeFix) + client),
                    diagnostic);
            }
        }
    }

    private static AwaitExpressionSyntax Execute(ExpressionSyntax call, string client)
    {
        var execute = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(client), SyntaxFactory.IdentifierName("ExecuteAsync")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(call.WithoutTrivia()))));
        var keyword = SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.AwaitExpression(keyword, execute).WithTriviaFrom(call);
    }
}
