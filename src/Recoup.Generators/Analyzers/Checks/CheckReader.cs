using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.Binding.Types;

namespace Recoup.Generators.Analyzers.Checks;

/// <summary>
/// Reads the checks from the body of a generated member: <c>.Minimum(page, 1L)</c>. The body is what runs, so the analyzers know exactly
/// the bounds that a call checks, and none if the project has switched them off. Only syntax is read, no file and no semantic model.
/// </summary>
internal sealed class CheckReader
{
    private readonly Dictionary<string, PlaceChecks> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlaceChecks> _locals = new(StringComparer.Ordinal);

    private CheckReader()
    {
    }

    /// <summary>Returns the checks by the name of the parameter or the member; other names have none.</summary>
    public static IReadOnlyDictionary<string, PlaceChecks> Read(SyntaxNode body)
    {
        var reader = new CheckReader();

        // A node stands before the nodes inside it, so a local is declared before it is used, and links of a chain keep their order.
        foreach (var node in body.DescendantNodes())
            reader.Visit(node);
        return reader._places;
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            // if (tags is { } __given1)
            case IsPatternExpressionSyntax
            {
                Pattern: RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax given }
            } test:
                Declare(given.Identifier, PlaceOf(test.Expression));
                break;

            // var __item3 = __given1[__i2];
            case VariableDeclaratorSyntax { Initializer.Value: var value } declarator:
                Declare(declarator.Identifier, PlaceOf(value));
                break;

            // foreach (var __pair1 in map)
            case ForEachStatementSyntax loop:
                Declare(loop.Identifier, PlaceOf(loop.Expression)?.AddItems());
                break;

            case IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } name
                when access.Name == name:
                Call(name.Identifier.ValueText, call.ArgumentList.Arguments);
                break;
        }
    }

    private void Call(string method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        switch (method)
        {
            case "File" or "OptionalFile" when arguments.Count == 3:
                File(arguments[1], arguments[2]);
                break;
            case "FileItem" when arguments.Count == 2:
                File(arguments[0], arguments[1]);
                break;
            default:
                if (arguments.Count is 2 or 3
                    && Enum.TryParse(method, out ConstraintKind kind)
                    && Constant(arguments[1].Expression) is { } operand
                    && PlaceOf(arguments[0].Expression) is { } place)
                {
                    place.Value.Add(new ValueCheck(
                        kind, operand, arguments.Count == 3 ? Constant(arguments[2].Expression) as string : null));
                }

                break;
        }
    }

    private void File(ArgumentSyntax value, ArgumentSyntax acceptsAddress)
    {
        if (acceptsAddress.Expression.IsKind(SyntaxKind.FalseLiteralExpression) && PlaceOf(value.Expression) is { } place)
            place.TakesDescriptorOnly = true;
    }

    private void Declare(SyntaxToken local, PlaceChecks? place)
    {
        if (place is not null)
            _locals[local.ValueText] = place;
    }

    private PlaceChecks? PlaceOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => _locals.TryGetValue(name, out var local) ? local : Named(name),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name } => Named(name),

        // Optional<T>.Value, T?.Value, and the value of a pair.
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var inner } => PlaceOf(inner),
        ElementAccessExpressionSyntax { Expression: var list } => PlaceOf(list)?.AddItems(),

        // The text of an open enum.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } text } =>
            PlaceOf(text.Expression),
        ConditionalAccessExpressionSyntax { Expression: var inner } => PlaceOf(inner),
        _ => null,
    };

    private PlaceChecks Named(string name)
    {
        if (!_places.TryGetValue(name, out var place))
            _places.Add(name, place = new PlaceChecks());
        return place;
    }

    private static object? Constant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax literal } =>
            literal.Token.Value switch
            {
                int integer => -integer,
                long integer => -integer,
                double number => -number,

                // The digits of the smallest integer are one too many for a positive one.
                ulong and 1UL + long.MaxValue => long.MinValue,
                _ => null,
            },
        _ => null,
    };
}
