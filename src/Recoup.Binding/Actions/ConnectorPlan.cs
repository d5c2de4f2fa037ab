using Recoup.Binding.Names;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>The methods of a connector, divided among source files. Reads slugs and names files only, never a schema.</summary>
/// <param name="Files">The source files.</param>
/// <param name="Methods">The methods.</param>
/// <param name="Problems">Names that clash, and names without effect.</param>
internal sealed record ConnectorPlan(EquatableArray<ActionFile> Files, ClassMethods Methods, EquatableArray<Problem> Problems)
{
    /// <summary>Names the methods of a connector. O(n log n) in the number of its actions.</summary>
    /// <param name="connector">The actions.</param>
    /// <param name="cancellation">Cancels the work between its steps.</param>
    public static ConnectorPlan Of(ConnectorActions connector, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var problems = new List<Problem>();
        var nameBySlug = connector.Actions.ToDictionary(named => named.Action.Slug, named => named.Name, StringComparer.Ordinal);
        var overrides = connector.Actions.Select(named => named.Overrides)
            .OfType<ActionOverrides>()
            .ToDictionary(action => action.Slug, StringComparer.Ordinal);
        var names = SiblingNames.Assign(
            nameBySlug.Keys,
            slug => Identifier.Pascal(nameBySlug[slug]),
            name => name == connector.ClassName || TypeMembers.IsTaken(name),
            "Action",
            slug => Identifier.SpelledPascal(nameBySlug[slug]),
            given: overrides.Values.Where(action => action.Method is not null)
                .ToDictionary(action => action.Slug, action => action.Method!, StringComparer.Ordinal));
        cancellation.ThrowIfCancellationRequested();
        OverrideProblems.ReportMethods(overrides, names, problems);
        problems.AddRange(names.Clashes.Select(slug =>
            new Problem(BindingProblems.NameClash, slug, slug, names[slug]) { Slug = slug, Pointer = "/slug" }));

        var actions = connector.Actions.Select(named => new PlannedAction(named.Action, names[named.Action.Slug], named.Overrides));
        return new ConnectorPlan(
            new(ActionFile.Divide(connector.Slug, connector.ClassName, [.. actions])),
            new ClassMethods(
                connector.ClassName,
                new(connector.Actions.Select(named => names[named.Action.Slug]).OrderBy(name => name, StringComparer.Ordinal))),
            new(problems));
    }
}

/// <summary>The methods of a class.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Names">The methods, in ordinal order.</param>
internal sealed record ClassMethods(string ClassName, EquatableArray<string> Names);

/// <summary>An action with the name of its method.</summary>
/// <param name="Action">The action.</param>
/// <param name="MethodName">The method.</param>
/// <param name="Overrides">The overrides from a names file, or null.</param>
internal sealed record PlannedAction(CatalogAction Action, string MethodName, ActionOverrides? Overrides);
