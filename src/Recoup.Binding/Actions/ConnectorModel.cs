using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>
/// One connector as a static class, or the part of it in one source file. Value-equal, without positions: the compiler's cache depends on
/// it.
/// </summary>
/// <param name="Slug">The connector's slug.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Part">What tells this file from the others of the class; empty if it is the only one.</param>
/// <param name="Actions">The methods, by slug.</param>
internal sealed record ConnectorModel(
    string Slug, string ClassName, string Part, EquatableArray<ActionModel> Actions)
{
    /// <summary>Whether callers must opt in, because meta-actions can run any other action.</summary>
    public bool IsExperimental => Slug == MetaConnector.Slug;

    /// <summary>All nested types, by name. A type that several actions share is listed once.</summary>
    public IEnumerable<DeclarationModel> Declarations => Actions.SelectMany(action => action.Declarations)
        .GroupBy(declaration => declaration.Name, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.First());
}
