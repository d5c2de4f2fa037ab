using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Recoup.Generators.Analyzers;

namespace Recoup.CodeFixes;

/// <summary>
/// What stands for a slug when its generated method is used. A client takes the call itself, where nothing is sent with it; the emulator
/// and its journal take the method group.
/// </summary>
/// <param name="Name">The method, for people.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="New">What replaces it.</param>
internal sealed record TypedCall(string Name, SyntaxNode Old, SyntaxNode New)
{
    public static TypedCall? For(string slug, ExpressionSyntax written, SemanticModel model, Document document, CancellationToken cancellation)
    {
        if (written.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation } argument
            || RuntimeTypes.Of(model.Compilation) is not { } types
            || model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol taker
            || GeneratedMethods.Find(model.Compilation, types, slug, cancellation) is not { } method
            || !model.IsAccessible(written.SpanStart, method))
        {
            return null;
        }

        var group = GroupOf(method, document);
        var name = method.ContainingType.Name + "." + method.Name;
        if (!SymbolEqualityComparer.Default.Equals(taker.ContainingType, types.Client))
            return new TypedCall(name, argument, argument.WithNameColon(null).WithExpression(group.WithTriviaFrom(written)));

        return TakesNothing(method) && KeepsItsResult(invocation, method, model.Compilation) && invocation.ArgumentList is var list
            && list.Arguments.FirstOrDefault(other => ParameterOf(other, list, taker) == "parameters") is { } parameters
            && EmptyJson.Is(parameters.Expression, model, cancellation)
            ? new TypedCall(name + "()", list, WithCall(list, argument, parameters, SyntaxFactory.InvocationExpression(group)))
            : null;
    }

    private static ArgumentListSyntax WithCall(ArgumentListSyntax list, ArgumentSyntax slug, ArgumentSyntax parameters, ExpressionSyntax call)
    {
        var name = slug.NameColon?.WithName(SyntaxFactory.IdentifierName("call"));
        var replaced = list.ReplaceNode(slug, slug.WithNameColon(name).WithExpression(call.WithTriviaFrom(slug.Expression)));
        return replaced.WithArguments(replaced.Arguments.RemoveAt(list.Arguments.IndexOf(parameters)));
    }

    private static ExpressionSyntax GroupOf(IMethodSymbol method, Document document)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        var group = generator.MemberAccessExpression(generator.TypeExpression(method.ContainingType), method.Name);
        return (ExpressionSyntax)group.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
    }

    private static string? ParameterOf(ArgumentSyntax argument, ArgumentListSyntax list, IMethodSymbol taker) =>
        argument.NameColon?.Name.Identifier.ValueText ?? taker.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument))?.Name;

    private static bool TakesNothing(IMethodSymbol method) => method.Parameters.All(parameter => parameter.IsOptional);

    // A slug gives JSON; a method may give a type of its own, which only a statement does not mind.
    private static bool KeepsItsResult(InvocationExpressionSyntax invocation, IMethodSymbol method, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(
            ((INamedTypeSymbol)method.ReturnType).TypeArguments[0], compilation.GetTypeByMetadataName("System.Text.Json.JsonElement"))
        || invocation.Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax };
}
