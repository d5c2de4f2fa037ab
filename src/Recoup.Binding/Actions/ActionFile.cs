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
        Divide(actions, "").Select(part => new ActionFile(connectorSlug, className, part.Name, new(part.Actions)));

    private static IEnumerable<Half> Divide(IReadOnlyList<PlannedAction> actions, string name)
    {
        if (actions.Count <= MaxActions || name.Length == 32)
            return actions.Count == 0 ? [] : [new Half(name, actions)];
        var (zeros, ones) = (new List<PlannedAction>(), new List<PlannedAction>());
        foreach (var action in actions)
        {
            var bit = (StableHash.Number(action.Action.Slug) >> name.Length) & 1;
            (bit == 0 ? zeros : ones).Add(action);
        }

        return Divide(zeros, name + "0").Concat(Divide(ones, name + "1"));
    }

    private sealed record Half(string Name, IReadOnlyList<PlannedAction> Actions);
}
