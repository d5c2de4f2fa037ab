using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.Generators.Analyzers;

namespace Recoup.CodeFixes.Code;

/// <summary>Finds the clients in scope at one place: first locals, then parameters, then members, each group sorted by name.</summary>
internal static class ClientsInScope
{
    public static IEnumerable<string> Of(SemanticModel model, SyntaxNode place, RuntimeTypes types) => model.LookupSymbols(place.SpanStart)
        .Where(symbol => SymbolEqualityComparer.Default.Equals(TypeOf(symbol), types.Client) && IsUsable(symbol, model, place))
        .OrderBy(symbol => symbol.Kind switch
        {
            SymbolKind.Local => 0,
            SymbolKind.Parameter => 1,
            _ => 2,
        })
        .ThenBy(symbol => symbol.Name, StringComparer.Ordinal)
        .Select(symbol => symbol.Name);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    private static bool IsUsable(ISymbol symbol, SemanticModel model, SyntaxNode place)
    {
        if (symbol is IFieldSymbol or IPropertySymbol)
            return symbol.IsStatic
                || (!InStaticFunction(place, out _) && model.GetEnclosingSymbol(place.SpanStart) is { } inside && !InStaticMember(inside));

        // The lookup also finds locals that are declared later, and symbols that a static function cannot capture.
        var declaration = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.Span;
        return declaration is { } span
            && (symbol is IParameterSymbol || span.End <= place.SpanStart)
            && (!InStaticFunction(place, out var function) || function.Span.Contains(span));
    }

    private static bool InStaticFunction(SyntaxNode place, out SyntaxNode function)
    {
        function = place.Ancestors().FirstOrDefault(ancestor => ancestor switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        })!;
        return function is not null;
    }

    // A lambda or local function has the scope of the member that contains it.
    private static bool InStaticMember(ISymbol inside)
    {
        while (inside is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            inside = inside.ContainingSymbol;
        return inside.IsStatic;
    }
}
