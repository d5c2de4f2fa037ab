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
        var slug = GeneratedAction.SlugOf(action);
        var assembly = action.Method.Module.Assembly;
        return EmbeddedCatalog.Of(assembly)?.Find(slug) ?? throw new InvalidOperationException(
            $"Expected an embedded catalog with the action {slug}; the assembly {assembly.GetName().Name} has none. "
                + "Add <RecoupEmbedCatalog>true</RecoupEmbedCatalog> to the properties of its project.");
    }
}
