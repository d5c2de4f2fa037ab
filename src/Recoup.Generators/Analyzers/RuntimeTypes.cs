using Microsoft.CodeAnalysis;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Analyzers;

/// <summary>The types of the runtime and the emulator in one compilation.</summary>
internal sealed class RuntimeTypes
{
    private const string Emulator = "Recoup.Emulator.RecoupEmulator";
    private const string Journal = "Recoup.Emulator.Journal";

    private readonly INamedTypeSymbol _attribute;
    private readonly INamedTypeSymbol[] _slugTakers;

    private RuntimeTypes(INamedTypeSymbol client, INamedTypeSymbol call, INamedTypeSymbol attribute, INamedTypeSymbol[] slugTakers) =>
        (Client, Call, _attribute, _slugTakers) = (client, call, attribute, slugTakers);

    /// <summary><c>RecoupClient</c>.</summary>
    public INamedTypeSymbol Client { get; }

    /// <summary><c>ActionCall&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol Call { get; }

    /// <summary>Returns the types, or null if the compilation does not reference the runtime.</summary>
    public static RuntimeTypes? Of(Compilation compilation)
    {
        if (Find(compilation, TypedNames.RecoupClient) is not { } client
            || Find(compilation, TypedNames.ActionCall + "`1") is not { } call
            || Find(compilation, TypedNames.ActionAttribute) is not { } attribute)
        {
            return null;
        }

        var emulator = new[] { compilation.GetTypeByMetadataName(Emulator), compilation.GetTypeByMetadataName(Journal) };
        return new RuntimeTypes(client, call, attribute, [client, .. emulator.OfType<INamedTypeSymbol>()]);
    }

    /// <summary>Returns whether the type is a call.</summary>
    public bool IsCall(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, Call);

    /// <summary>Returns the slug of a generated method, or null for any other method.</summary>
    public string? SlugOf(IMethodSymbol method) =>
        method.IsStatic && IsCall(method.ReturnType)
            ? method.GetAttributes()
                .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _attribute))
                .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
                .FirstOrDefault()
            : null;

    /// <summary>Returns whether the parameter takes a slug: a parameter of the client, the emulator or its journal.</summary>
    public bool TakesSlug(IParameterSymbol? parameter) =>
        parameter is { Name: "slug", Type.SpecialType: SpecialType.System_String }
        && _slugTakers.Contains(parameter.ContainingSymbol.ContainingType, SymbolEqualityComparer.Default);

    private static INamedTypeSymbol? Find(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name.Substring("global::".Length));
}
