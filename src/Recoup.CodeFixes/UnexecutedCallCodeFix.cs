using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.CodeFixes.Code;
using Recoup.Generators.Diagnostics;
using Recoup.Generators.Emission;

namespace Recoup.CodeFixes;

/// <summary>RCP0042: passes the call to a client in scope, if <c>await</c> is allowed there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnexecutedCallCodeFix)), Shared]
public sealed class UnexecutedCallCodeFix() : RecoupCodeFix(RuleIds.UnexecutedCall)
{
    private protected override IEnumerable<CodeAction> ActionsFor(ReportedCode code, CancellationToken cancellation)
    {
        // 'maker?.Make()' may return null, which no client accepts.
        if (code.Node is not ExpressionSyntax call
            || call is ConditionalAccessExpressionSyntax
            || !CanReplace(call)
            || IsUsedAgain(call, code.Model, cancellation)
            || !AsyncScope.CanAwait(call))
        {
            yield break;
        }

        foreach (var client in ClientsInScope.Of(code.Model, call, code.Types).Select(Keyword.Escape))
        {
            yield return CodeAction.Create(
                $"Execute it: await {client}.ExecuteAsync(…)",
                _ => Task.FromResult(code.Replace(call, Execute(call, client))),
                nameof(UnexecutedCallCodeFix) + client);
        }
    }

    // A statement or a lambda has no type that the result must fit, and neither has 'var'.
    private static bool CanReplace(ExpressionSyntax call) => call.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } => true,
        StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax => true,
        _ => false,
    };

    // The other uses of a variable would get the result in place of the call.
    private static bool IsUsedAgain(ExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
        && model.GetDeclaredSymbol(variable, cancellation) is ILocalSymbol local
        && variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, local));

    private static AwaitExpressionSyntax Execute(ExpressionSyntax call, string client)
    {
        var execute = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseName(client),
                 SyntaxFactory.IdentifierName("ExecuteAsync")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(call.WithoutTrivia()))));
        var keyword = SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return SyntaxFactory.AwaitExpression(keyword, execute).WithTriviaFrom(call);
    }
}
