using System.Diagnostics.CodeAnalysis;
using Recoup.AI.Toolbox.Ranking;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.AI.Toolbox;

/// <summary>The actions of a toolbox: found by words, and by slug.</summary>
internal sealed class ActionShelf
{
    private const int MostNearest = 3;

    private readonly IReadOnlyList<CatalogAction> _actions;
    private readonly Dictionary<string, CatalogAction> _bySlug;
    private readonly ILookup<string, CatalogAction> _byConnector;
    private readonly ActionIndex _index;

    public ActionShelf(IReadOnlyList<CatalogAction> actions)
    {
        _actions = actions;
        _bySlug = actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        _byConnector = actions.ToLookup(action => action.ConnectorSlug, StringComparer.OrdinalIgnoreCase);
        _index = new ActionIndex(actions);
    }

    /// <summary>The slugs of the connectors, those with most actions first.</summary>
    public IEnumerable<string> Connectors => _byConnector.OrderByDescending(group => group.Count()).Select(group => group.Key);

    /// <summary>Finds actions for a task in plain words, best first.</summary>
    /// <param name="task">The task.</param>
    /// <param name="connector">The slug of the only connector that is searched; null for all.</param>
    /// <param name="count">At most how many.</param>
    public IEnumerable<CatalogAction> Find(string task, string? connector, int count) =>
        _index.Find(task, connector is null ? count : _actions.Count)
            .Select(index => _actions[index])
            .Where(action => connector is null || string.Equals(action.ConnectorSlug, connector, StringComparison.OrdinalIgnoreCase))
            .Take(count);

    /// <summary>The action with a slug.</summary>
    public bool TryGet(string slug, [NotNullWhen(true)] out CatalogAction? action) => _bySlug.TryGetValue(slug, out action);

    /// <summary>The slugs that were probably meant: the one with the fewest edits, and those with the same words.</summary>
    public IReadOnlyList<string> NearestTo(string slug)
    {
        var nearest = Nearest.Of(slug, _bySlug.Keys);
        var alike = Find(slug, connector: null, MostNearest).Select(action => action.Slug);
        return [.. (nearest is null ? alike : alike.Prepend(nearest)).Distinct().Take(MostNearest)];
    }
}
