using Microsoft.CodeAnalysis;
using Recoup.Generators.Analyzers;

namespace Recoup.CodeFixes.Code;

/// <summary>Finds the generated method of an action, in the project or in its references.</summary>
internal static class GeneratedMethods
{
    public static IMethodSymbol? Find(Compilation compilation, RuntimeTypes types, string slug, CancellationToken cancellation)
    {
        foreach (var assembly in GeneratedConnectors.References(compilation, types).Prepend(compilation.Assembly))
        {
            cancellation.ThrowIfCancellationRequested();
            var method = GeneratedConnectors.Of(assembly, types)
                .SelectMany(connector => connector.Class?.GetMembers().OfType<IMethodSymbol>() ?? [])
                .FirstOrDefault(method => types.SlugOf(method) == slug);
            if (method is not null)
                return method;
        }

        return null;
    }
}
