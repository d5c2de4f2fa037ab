using Recoup.Binding.Actions;
using Recoup.Binding.Names;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Renaming;

/// <summary>What all names files together say, and what of it leads nowhere.</summary>
internal sealed class OverridePlan
{
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pathOfConnector = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActionOverrides> _actions = new(StringComparer.Ordinal);

    /// <summary>Connector slug -> class.</summary>
    public IReadOnlyDictionary<string, string> ClassNames => _classes;

    public static OverridePlan Of(IReadOnlyList<NameOverrides> files, List<Problem> problems)
    {
        var plan = new OverridePlan();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            foreach (var connector in file.Connectors)
            {
                if (plan._pathOfConnector.TryGetValue(connector.WireName, out var first))
                    problems.Add(SaidTwice(file.Path, $"Connector '{connector.WireName}'", first, JsonPointer.Of("connectors", connector.WireName)));
                else
                    (plan._pathOfConnector[connector.WireName], plan._classes[connector.WireName]) = (file.Path, connector.Name);
            }

            foreach (var action in file.Actions)
            {
                if (plan._actions.TryGetValue(action.Slug, out var first))
                    problems.Add(SaidTwice(file.Path, $"Action '{action.Slug}'", first.Path, JsonPointer.Of("actions", action.Slug)));
                else
                    plan._actions.Add(action.Slug, action);
            }
        }

        return plan;
    }

    /// <summary>The actions with what is said about them: the same list where nothing is said.</summary>
    public EquatableArray<NamedAction> Apply(EquatableArray<NamedAction> actions) =>
        _actions.Count == 0 || !actions.Any(named => _actions.ContainsKey(named.Action.Slug))
            ? actions
            : new(actions.Select(named => _actions.TryGetValue(named.Action.Slug, out var overrides) ? named with { Overrides = overrides } : named));

    /// <summary>Reports names of connectors and actions that no catalog has, filtered or not, and names of classes that could not be given.</summary>
    public void ReportUnused(IReadOnlyList<CatalogShare> shares, SiblingNames classes, List<Problem> problems)
    {
        if (_classes.Count == 0 && _actions.Count == 0)
            return;
        var slugs = new HashSet<string>(shares.SelectMany(share => share.Selection.Actions).Select(action => action.Slug), StringComparer.Ordinal);
        var connectors = new HashSet<string>(shares.SelectMany(share => share.KnownConnectors), StringComparer.Ordinal);
        foreach (var slug in _classes.Keys.Where(slug => !connectors.Contains(slug)).OrderBy(slug => slug, StringComparer.Ordinal))
            problems.Add(At(slug, NamesProblems.NamesNothing, $"No catalog has a connector '{slug}'", Nearest.Question(slug, connectors)));
        foreach (var slug in _actions.Keys.Where(slug => !slugs.Contains(slug)).OrderBy(slug => slug, StringComparer.Ordinal))
        {
            problems.Add(new Problem(NamesProblems.NamesNothing, $"No catalog has an action '{slug}'", Nearest.Question(slug, slugs))
            {
                Path = _actions[slug].Path,
                Pointer = JsonPointer.Of("actions", slug),
            });
        }

        foreach (var slug in classes.Refused)
            problems.Add(At(slug, NamesProblems.Unusable, _classes[slug], $"'{slug}'", OverrideProblems.Taken));
        foreach (var (slug, by) in classes.Displaced)
            problems.Add(At(by, NamesProblems.Displaces, classes[by], $"'{by}'", $"'{slug}'", classes[slug]));
    }

    private Problem At(string slug, ProblemDescriptor descriptor, params string[] arguments) =>
        new(descriptor, arguments) { Path = _pathOfConnector[slug], Pointer = JsonPointer.Of("connectors", slug) };

    private static Problem SaidTwice(string path, string what, string first, string pointer) =>
        new(NamesProblems.NamesNothing, $"{what} is named in '{first}' already", "") { Path = path, Pointer = pointer };
}
