using System.Globalization;
using Recoup.Binding.Names;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>The actions of a connector that share a source file.</summary>
/// <param name="ConnectorSlug">The connector's slug.</param>
/// <param name="ClassName">The class of the connector.</param>
/// <param name="Part">What tells this file from the others of the class; empty if it is the only one.</param>
/// <param name="Actions">The actions, by slug.</param>
internal sealed record ActionFile(string ConnectorSlug, string ClassName, string Part, EquatableArray<PlannedAction> Actions)
{
    /// <summary>The most actions in one file.</summary>
    public const int MaxActions = 32;

    /// <summary>
    /// Divides the actions of a connector by a hash of their slugs. A file with too many actions is divided in two by the next bit of the
    /// hash, so that an action that comes or goes changes the file that it belongs to and no other.
    /// </summary>
    public static IEnumerable<ActionFile> Divide(string connectorSlug, string className, IReadOnlyList<PlannedAction> actions) =>
        Divide([.. actions.Select(action => (action, StableHash.Number(action.Action.Slug)))], "")
            .Select(part => new ActionFile(connectorSlug, className, part.Name, new(part.Actions)));

    private static IEnumerable<(string Name, IEnumerable<PlannedAction> Actions)> Divide(
        IReadOnlyList<(PlannedAction Action, uint Hash)> actions, string part)
    {
        if (actions.Count <= MaxActions || part.Length == 32)
            return actions.Count == 0 ? [] : [(part, actions.Select(item => item.Action))];
        return actions.GroupBy(item => (item.Hash >> part.Length) & 1)
            .OrderBy(group => group.Key)
            .SelectMany(group => Divide([.. group], part + group.Key.ToString(CultureInfo.InvariantCulture)));
    }
}
