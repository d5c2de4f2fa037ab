using System.Reflection;

namespace Recoup.Typed;

/// <summary>Describes generated actions at run time.</summary>
public static class RecoupActions
{
    /// <summary>
    /// Returns what the catalog says about a generated action. The project that generates it must set <c>RecoupEmbedCatalog</c> to
    /// <c>true</c>.
    /// </summary>
    /// <param name="action">The generated method itself, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="ArgumentException">The method is not a generated action.</exception>
    /// <exception cref="InvalidOperationException">The assembly of the method has no embedded catalog.</exception>
    public static ActionInfo Find(Delegate action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var method = action.Method;
        var slug = method.GetCustomAttribute<RecoupActionAttribute>()?.Slug ?? throw new ArgumentException(
            $"Expected a generated action; {method.DeclaringType?.Name}.{method.Name} has no [RecoupAction]. "
                + "Pass the generated method itself, for example GoogleSheets.BatchUpdate. A lambda around the method hides it.",
            nameof(action));
        var assembly = method.Module.Assembly;
        return EmbeddedCatalog.Of(assembly)?.Find(slug) ?? throw new InvalidOperationException(
            $"Expected an embedded catalog with the action {slug}; the assembly {assembly.GetName().Name} has none. "
                + "Add <RecoupEmbedCatalog>true</RecoupEmbedCatalog> to the properties of its project.");
    }
}
