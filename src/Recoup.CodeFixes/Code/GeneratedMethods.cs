using Microsoft.CodeAnalysis;
using Recoup.Generators.Analyzers;

namespace Recoup.CodeFixes.Code;

/// <summary>Finds the generated method of an action.</summary>
internal static class GeneratedMethods
{
    public static IMethodSymbol? Find(Compilation compilation, RuntimeTypes types, string slug, CancellationToken cancellation) =>
        TypesOf(compilation.Assembly.GlobalNamespace, cancellation)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(method => types.SlugOf(method) == slug);

    // Generated classes are static and are never nested in another type.
    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return space.GetTypeMembers().Where(type => type.IsStatic)
            .Concat(space.GetNamespaceMembers().SelectMany(inner => TypesOf(inner, cancellation)));
    }
}
