using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>
/// Binds all actions of a connector at once. The compiler takes the same steps one by one, to repeat only what an edit changes.
/// </summary>
internal static class ConnectorBinder
{
    /// <summary>Binds the actions.</summary>
    /// <param name="connector">The actions.</param>
    /// <param name="bindsResults">Whether described results get views.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static (ConnectorModel Model, EquatableArray<Problem> Problems) Bind(
        ConnectorActions connector, bool bindsResults = true, CancellationToken cancellation = default)
    {
        var plan = ConnectorPlan.Of(connector, cancellation);
        return Join(connector, plan, [.. plan.Files.Select(file => ActionBinder.Bind(file, bindsResults, cancellation))], cancellation);
    }

    /// <summary>Joins the bound actions of a connector.</summary>
    /// <param name="connector">The actions.</param>
    /// <param name="plan">The methods of the actions.</param>
    /// <param name="files">All actions of the connector, bound in any division.</param>
    /// <param name="cancellation">Cancels the work between its steps.</param>
    public static (ConnectorModel Model, EquatableArray<Problem> Problems) Join(
        ConnectorActions connector, ConnectorPlan plan, IReadOnlyList<BoundActions> files, CancellationToken cancellation = default)
    {
        var names = ConnectorNames.Of(plan.Methods.Names, files.Select(file => file.Types), cancellation);
        var actions = files.SelectMany(file => names.Apply(file.Model).Actions).OrderBy(action => action.Slug, StringComparer.Ordinal);
        return (
            new ConnectorModel(connector.Slug, connector.ClassName, "", new(actions)),
            new(plan.Problems.Concat(files.SelectMany(file => file.Problems)).Concat(names.Problems)));
    }
}
