using Microsoft.CodeAnalysis;

namespace Recoup.Generators.Analyzers;

/// <summary>The name of a generated type as code usually spells it: <c>GitHub.CreateReviewEvent</c>.</summary>
internal static class NestedName
{
    public static string Of(INamedTypeSymbol type) => type.ContainingType is { } outer ? outer.Name + "." + type.Name : type.Name;
}
