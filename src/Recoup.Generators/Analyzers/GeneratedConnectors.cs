using Microsoft.CodeAnalysis;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// The generated classes of a compilation and of its references, from the attributes of the assemblies that name them. No type is searched
/// for, and no file is read.
/// </summary>
internal static class GeneratedConnectors
{
    /// <summary>Returns the slug and the class of each connector. The class is null if the reference has left it out.</summary>
    public static IEnumerable<(string Slug, INamedTypeSymbol? Class)> Of(IAssemblySymbol assembly, RuntimeTypes types)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, types.ConnectorAttribute)
                && attribute.ConstructorArguments is [{ Value: string slug }, { Value: var @class }])
            {
                yield return (slug, @class is INamedTypeSymbol { TypeKind: not TypeKind.Error } type ? type : null);
            }
        }
    }

    /// <summary>Returns the referenced assemblies that reference the runtime. No other one has generated classes.</summary>
    public static IEnumerable<IAssemblySymbol> References(Compilation compilation, RuntimeTypes types)
    {
        var runtime = types.Client.ContainingAssembly.Identity.Name;
        return compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => assembly.Modules.Any(module =>
            module.ReferencedAssemblies.Any(reference => reference.Name == runtime)));
    }
}
