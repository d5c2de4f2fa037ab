using Recoup.Binding.Actions;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
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
                    problems.Add(SaidTwice(file.Path, $"Connector '{connector.WireName}'", first, Pointer("connectors", connector.WireName)));
                else
                    (plan._pathOfConnector[connector.WireName], plan._classes[connector.WireName]) = (file.Path, connector.Name);
            }

            foreach (var action in file.Actions)
            {
                if (plan._actions.TryGetValue(action.Slug, out var first))
                    problems.Add(SaidTwice(file.Path, $"Action '{action.Slug}'", first.Path, Pointer("actions", action.Slug)));
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
    public void ReportUnused(
        IReadOnlyList<CatalogShare> shares, IReadOnlyList<string> refused, List<Problem> problems)
    {
        if (_classes.Count == 0 && _actions.Count == 0)
            return;
        var slugs = new HashSet<string>(shares.SelectMany(share => share.Selection.Actions).Select(action => action.Slug), StringComparer.Ordinal);
        var connectors = new HashSet<string>(shares.SelectMany(share => share.KnownConnectors), StringComparer.Ordinal);
        foreach (var slug in _classes.Keys.Where(slug => !connectors.Contains(slug)).OrderBy(slug => slug, StringComparer.Ordinal))
            problems.Add(Nothing(_pathOfConnector[slug], $"No catalog has a connector '{slug}'", slug, connectors, Pointer("connectors", slug)));
        foreach (var slug in _actions.Keys.Where(slug => !slugs.Contains(slug)).OrderBy(slug => slug, StringComparer.Ordinal))
            problems.Add(Nothing(_actions[slug].Path, $"No catalog has an action '{slug}'", slug, slugs, Pointer("actions", slug)));
        foreach (var slug in refused)
            problems.Add(Unusable(_pathOfConnector[slug], _classes[slug], $"'{slug}'", Pointer("connectors", slug)));
    }

    /// <summary>The problem of a name for something that is not there.</summary>
    public static Problem Nothing(string path, string sentence, string name, IEnumerable<string> known, string pointer) =>
        new(NamesProblems.NamesNothing, sentence, Nearest.Question(name, known)) { Path = path, Pointer = pointer };

    /// <summary>The problem of a name that is taken.</summary>
    public static Problem Unusable(string path, string name, string what, string pointer) =>
        new(NamesProblems.Unusable, name, what, "something beside it has that name") { Path = path, Pointer = pointer };

    /// <summary>A JSON pointer (RFC 6901) out of its parts.</summary>
    public static string Pointer(params string[] parts) =>
        string.Concat(parts.Select(part => "/" + part.Replace("~", "~0").Replace("/", "~1")));

    private static Problem SaidTwice(string path, string what, string first, string pointer) =>
        new(NamesProblems.NamesNothing, $"{what} is named in '{first}' already", "") { Path = path, Pointer = pointer };
}
