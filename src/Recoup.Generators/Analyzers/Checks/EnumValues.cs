using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Recoup.Generators.Analyzers.Checks;

/// <summary>
/// The values of the generated open enums of one compilation, from the initializers of their fields. An enum of a referenced assembly has
/// no source, so its values are not known.
/// </summary>
internal sealed class EnumValues
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyDictionary<string, IFieldSymbol>> _known =
        new(SymbolEqualityComparer.Default);

    /// <summary>Returns the fields by the text that is sent; empty if the values are not known.</summary>
    public IReadOnlyDictionary<string, IFieldSymbol> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Read(type, cancellation));

    private static Dictionary<string, IFieldSymbol> Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var values = new Dictionary<string, IFieldSymbol>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            // public static readonly Order ViewCount = new Order("viewCount");
            if (member is IFieldSymbol { IsStatic: true, DeclaringSyntaxReferences: [var reference] } field
                && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax
                {
                    Initializer.Value: ObjectCreationExpressionSyntax
                    {
                        ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }]
                    }
                })
            {
                values[text] = field;
            }
        }

        return values;
    }
}
