using System.Runtime.InteropServices;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>What makes an action more or less likely to be meant, whatever the words of the request are.</summary>
/// <param name="SlugWords">The number of words in the slug behind the first, which names the connector; at least 1.</param>
/// <param name="Reads">Whether the action is known to change nothing.</param>
/// <param name="IsDeprecated">Whether the catalog says that the action is deprecated.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trait(int SlugWords, bool Reads, bool IsDeprecated)
{
    /// <summary>The traits of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="slug">The words of its slug.</param>
    public static Trait Of(CatalogAction action, List<string> slug) => new(
        Math.Max(1, slug.Count - 1),
        action.Effect == ActionEffect.Read,
        action.IsDeprecated || action.Description.Contains("deprecated", StringComparison.OrdinalIgnoreCase));
}
