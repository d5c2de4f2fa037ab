using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recoup.CodeFixes.Code;

/// <summary>Recognizes an empty JSON object or undefined JSON, which can be removed from a call without losing parameters.</summary>
internal static class EmptyJson
{
    public static bool Is(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => expression switch
    {
        DefaultExpressionSyntax => true,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.DefaultLiteralExpression),

        // JsonDocument.Parse("{}").RootElement
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RootElement", Expression: InvocationExpressionSyntax parse } =>
            IsCallOf(parse, "System.Text.Json.JsonDocument", "Parse", model, cancellation) && HasEmptyObject(parse, model, cancellation),

        // JsonElement.Parse("{}"), JsonSerializer.SerializeToElement(new { })
        InvocationExpressionSyntax call =>
            (IsCallOf(call, "System.Text.Json.JsonElement", "Parse", model, cancellation) && HasEmptyObject(call, model, cancellation))
            || (IsCallOf(call, "System.Text.Json.JsonSerializer", "SerializeToElement", model, cancellation)
                && call.ArgumentList.Arguments.FirstOrDefault()?.Expression
                    is AnonymousObjectCreationExpressionSyntax { Initializers.Count: 0 }),
        _ => false,
    };

    private static bool IsCallOf(
        InvocationExpressionSyntax call, string type, string method, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol symbol
        && symbol.Name == method
        && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, model.Compilation.GetTypeByMetadataName(type));

    private static bool HasEmptyObject(InvocationExpressionSyntax parse, SemanticModel model, CancellationToken cancellation) =>
        parse.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } text
        && model.GetConstantValue(text, cancellation) is { HasValue: true, Value: string json }
        && json.Replace(" ", "") == "{}";
}
