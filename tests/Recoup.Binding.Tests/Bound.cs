using System.Text;
using Recoup.Binding.Actions;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Tests;

/// <summary>A catalog as C#, and the problems on the way.</summary>
internal sealed class Bound
{
    private Bound(IEnumerable<CatalogAction> actions, string? names)
    {
        var reading = names is null ? null : NameOverridesReader.Read(Encoding.UTF8.GetBytes(names), "recoup.names.json");
        var plan = CatalogPlan.Of(
            [new CatalogSelection("catalog.json", new(actions), default, default)], reading is null ? [] : [reading.Overrides]);
        var bound = plan.Connectors.Select(connector => ConnectorBinder.Bind(connector)).ToArray();
        Connectors = [.. bound.Select(connector => connector.Model)];
        Problems = [.. reading?.Problems ?? [], .. plan.Problems, .. bound.SelectMany(connector => connector.Problems)];
        Actions = Connectors.SelectMany(connector => connector.Actions).ToDictionary(action => action.Slug, StringComparer.Ordinal);
    }

    public IReadOnlyList<ConnectorModel> Connectors { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public IReadOnlyDictionary<string, ActionModel> Actions { get; }

    /// <summary>The names of the nested types of all connectors.</summary>
    public IEnumerable<string> Types => Connectors.SelectMany(connector => connector.Declarations).Select(declaration => declaration.Name);

    /// <summary>The ids of the problems.</summary>
    public IEnumerable<string> Ids => Problems.Select(problem => problem.Descriptor.Id);

    public static Bound Of(params IEnumerable<string> actions) =>
        Of(RecoupCatalog.Parse(Recoup.Tests.Driving.Catalog.Of([.. actions])).Actions);

    public static Bound Of(IEnumerable<CatalogAction> actions) => new(actions, null);

    public static Bound WithNames(string names, params IEnumerable<string> actions) =>
        new(RecoupCatalog.Parse(Recoup.Tests.Driving.Catalog.Of([.. actions])).Actions, names);

    /// <summary>The action of the connector "acme".</summary>
    public ActionModel Acme(string action) => Actions["ACME_" + action];

    /// <summary>The names of the types of an action of the connector "acme".</summary>
    public IEnumerable<string> TypesOf(string action) => Acme(action).Declarations.Select(declaration => declaration.Name);

    /// <summary>The only parameter of an action of the connector "acme".</summary>
    public TypeModel ParameterOf(string action) => Acme(action).Parameters.ShouldHaveSingleItem().Type.Type;

    /// <summary>The actions whose types or members have other names than they would have alone.</summary>
    public HashSet<string> Renamed =>
        [.. Problems.Where(problem => problem.Descriptor.Id == "RCP0021").Select(problem => problem.Slug ?? "")];
}
