using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>The actions of one connector before they are bound. Value-equal, so that an edit elsewhere changes nothing.</summary>
/// <param name="Slug">The connector's slug.</param>
/// <param name="ClassName">The class of the connector.</param>
/// <param name="Actions">Its actions, by slug.</param>
internal sealed record ConnectorActions(string Slug, string ClassName, EquatableArray<NamedAction> Actions);

/// <summary>An action and the part of its slug that names the method.</summary>
/// <param name="Action">The action.</param>
/// <param name="Name">The slug without the prefix of the connector.</param>
/// <param name="Overrides">The overrides from a names file, or null.</param>
internal sealed record NamedAction(CatalogAction Action, string Name, ActionOverrides? Overrides = null);
