using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Recoup.Generators.Analyzers.Checks;

/// <summary>The items of a list or the values of a map, as far as the code that creates it shows them.</summary>
/// <param name="Items">The items or values in the code.</param>
/// <param name="Count">The number of items; null for a map, whose keys may repeat.</param>
/// <param name="HasMore">Whether there may be more items: those of a spread, or of a collection that is copied.</param>
internal readonly record struct ListLength(IReadOnlyList<IOperation> Items, int? Count, bool HasMore)
{
    /// <summary>Returns the items, or null if the code does not create a list here.</summary>
    public static ListLength? Of(IOperation value)
    {
        switch (value)
        {
            // The operation of a collection expression is newer than the oldest compiler; its syntax and its children are not.
            case { Syntax: CollectionExpressionSyntax expression }:
                var items = value.ChildOperations.Where(item => item.Syntax is not SpreadElementSyntax).ToArray();
                return new ListLength(items, items.Length, expression.Elements.Any(element => element is SpreadElementSyntax));
            case IArrayCreationOperation { Initializer: { } initializer }:
                return new ListLength(initializer.ElementValues, initializer.ElementValues.Length, HasMore: false);
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int length } }] }:
                return new ListLength([], length, HasMore: false);
            case IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } }:
                return new ListLength([], 0, HasMore: false);
            case IObjectCreationOperation { Initializer: var initializer, Arguments: var arguments } creation
                when creation.Type is INamedTypeSymbol { Name: "List" or "Dictionary" } type:
                IOperation[] added = initializer is null ? [] : [.. initializer.Initializers.Select(Added).OfType<IOperation>()];
                return new ListLength(added, type.Name == "List" ? added.Length : null, HasMore: !arguments.All(IsCapacity));
            default:
                return null;
        }
    }

    // new List<T> { item }, new Dictionary<string, T> { { key, value } }, new Dictionary<string, T> { [key] = value }
    private static IOperation? Added(IOperation initializer) => initializer switch
    {
        IInvocationOperation { Arguments: [.., var last] } => last.Value,
        ISimpleAssignmentOperation assignment => assignment.Value,
        _ => null,
    };

    private static bool IsCapacity(IArgumentOperation argument) => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32;
}
