using System.Reflection;
using System.Runtime.CompilerServices;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI.Tools;

/// <summary>Finds the actions of generated methods in the catalogs that their assemblies contain. Each catalog is read once.</summary>
internal static class GeneratedActions
{
    // An assembly that is unloaded takes its catalog along.
    private static readonly ConditionalWeakTable<Assembly, Lazy<IReadOnlyDictionary<string, CatalogAction>>> Known = [];

    /// <summary>The action of a generated method.</summary>
    /// <exception cref="ArgumentException">The method is not generated from an action.</exception>
    /// <exception cref="CatalogException">The assembly of the method has no embedded catalog, or one without the action.</exception>
    public static CatalogAction Find(Delegate method)
    {
        var slug = GeneratedAction.SlugOf(method);
        var assembly = method.Method.Module.Assembly;
        var actions = Known.GetValue(assembly, static assembly => new(() => Read(assembly))).Value;
        return actions.TryGetValue(slug, out var action)
            ? action
            : throw new CatalogException($"Expected {slug} in the embedded catalog of {assembly.GetName().Name}; it is not there. "
                + "Build the assembly again.");
    }

    private static Dictionary<string, CatalogAction> Read(Assembly assembly) =>
        RecoupCatalog.Of(assembly).Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
}
