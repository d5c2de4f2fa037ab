using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recoup.CodeFixes.Code;

/// <summary>
/// Code that uses the generated method of an action instead of its slug. A client takes the call itself if no parameters would be lost; the
/// emulator and its journal take the method group.
/// </summary>
/// <param name="Name">The method, as a person reads it.</param>
/// <param name="Before">The node to replace.</param>
/// <param name="After">Its replacement.</param>
internal sealed record TypedCall(string Name, SyntaxNode Before, SyntaxNode After)
{
    public static TypedCall? For(string slug, ExpressionSyntax written, ReportedCode code, CancellationToken cancellation)
    {
        var (model, types) = (code.Model, code.Types);
        if (written.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation } argument
            || model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol taker
            || GeneratedMethods.Find(model.Compilation, types, slug, cancellation) is not { } method
            || !model.IsAccessible(written.SpanStart, method))
        {
            return null;
        }

        var group = Member.Of(method, code.Document);
        var name = method.ContainingType.Name + "." + method.Name;
        if (!SymbolEqualityComparer.Default.Equals(taker.ContainingType, types.Client))
        {
            var named = argument.NameColon?.WithName(SyntaxFactory.IdentifierName("action"));
            return new TypedCall(name, argument, argument.WithNameColon(named).WithExpression(group.WithTriviaFrom(written)));
        }

        return TakesNothing(method) && KeepsItsResult(invocation, method, model.Compilation) && invocation.ArgumentList is var list
            && list.Arguments.FirstOrDefault(other => ParameterOf(other, list, taker) == "parameters") is { } parameters
            && EmptyJson.Is(parameters.Expression, model, cancellation)
            ? new TypedCall(name + "()", list, WithCall(list, argument, parameters, SyntaxFactory.InvocationExpression(group)))
            : null;
    }

    private static ArgumentListSyntax WithCall(
        ArgumentListSyntax list, ArgumentSyntax slug, ArgumentSyntax parameters, ExpressionSyntax call)
    {
        var name = slug.NameColon?.WithName(SyntaxFactory.IdentifierName("call"));
        var replaced = list.ReplaceNode(slug, slug.WithNameColon(name).WithExpression(call.WithTriviaFrom(slug.Expression)));
        return replaced.WithArguments(replaced.Arguments.RemoveAt(list.Arguments.IndexOf(parameters)));
    }

    private static string? ParameterOf(ArgumentSyntax argument, ArgumentListSyntax list, IMethodSymbol taker) =>
        argument.NameColon?.Name.Identifier.ValueText ?? taker.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument))?.Name;

    private static bool TakesNothing(IMethodSymbol method) => method.Parameters.All(parameter => parameter.IsOptional);

    // A slug returns JSON; a method may return a typed result, which is equivalent only if the result is unused.
    private static bool KeepsItsResult(InvocationExpressionSyntax invocation, IMethodSymbol method, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(
            ((INamedTypeSymbol)method.ReturnType).TypeArguments[0], compilation.GetTypeByMetadataName("System.Text.Json.JsonElement"))
        || invocation.Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax };
}
