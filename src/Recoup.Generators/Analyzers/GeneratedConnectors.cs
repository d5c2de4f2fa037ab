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

    /// <summary>
    /// Returns the referenced assemblies that have a visible class with the name of a class of the project, each with the classes of the
    /// project.
    /// </summary>
    public static IEnumerable<(IAssemblySymbol Assembly, IReadOnlyList<INamedTypeSymbol> Classes)> Repeated(
        Compilation compilation, RuntimeTypes types)
    {
        var own = Of(compilation.Assembly, types).Select(connector => connector.Class).OfType<INamedTypeSymbol>()
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToArray();
        if (own.Length == 0)
            yield break;
        foreach (var assembly in References(compilation, types))
        {
            var others = new HashSet<string>(Of(assembly, types).Select(connector => connector.Class).OfType<INamedTypeSymbol>()
                .Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)).Select(type => type.ToDisplayString()));
            var classes = own.Where(type => others.Contains(type.ToDisplayString())).ToArray();
            if (classes.Length > 0)
                yield return (assembly, classes);
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
