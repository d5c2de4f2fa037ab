using Recoup.Catalogs;
using Recoup.Catalogs.Effects;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Names.Overrides;

/// <summary>The overrides of all names files together, and those without effect.</summary>
internal sealed class OverridePlan
{
    private readonly Dictionary<string, string> _classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _pathOfConnector = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ActionOverrides> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TypeOverride>> _types = new(StringComparer.Ordinal);
    private readonly List<StatedEffect> _effects = [];

    /// <summary>Connector slug in any case -> class.</summary>
    public IReadOnlyDictionary<string, string> ClassNames => _classes;

    /// <summary>The effects, by slug.</summary>
    public EquatableArray<StatedEffect> Effects => new(_effects.OrderBy(effect => effect.Slug, StringComparer.Ordinal));

    public static OverridePlan Of(IReadOnlyList<NameOverrides> files, List<Problem> problems)
    {
        var plan = new OverridePlan();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            foreach (var connector in file.Connectors)
            {
                if (plan._pathOfConnector.TryGetValue(connector.WireName, out var first))
                    problems.Add(SaidTwice(
                        file.Path, $"Connector '{connector.WireName}'", first, JsonPointer.Of("connectors", connector.WireName)));
                else
                    (plan._pathOfConnector[connector.WireName], plan._classes[connector.WireName]) = (file.Path, connector.Name);
            }

            plan._effects.AddRange(file.Effects.Where(effect => !plan._actions.ContainsKey(effect.Slug)));
            foreach (var action in file.Actions)
            {
                if (plan._actions.TryGetValue(action.Slug, out var first))
                    problems.Add(SaidTwice(file.Path, $"Action '{action.Slug}'", first.Path, JsonPointer.Of("actions", action.Slug)));
                else
                    plan._actions.Add(action.Slug, action);
            }

            foreach (var type in file.Types)
                plan.Add(type);
        }

        return plan;
    }

    private void Add(TypeOverride type)
    {
        if (!_types.TryGetValue(type.Slug, out var types))
            _types.Add(type.Slug, types = []);
        types.Add(type);
    }

    /// <summary>Whether there are no overrides.</summary>
    public bool IsEmpty => _classes.Count == 0 && _actions.Count == 0 && _types.Count == 0;

    /// <summary>The overrides of an action, or null if there are none. Its types may come from other files.</summary>
    public ActionOverrides? Of(string slug)
    {
        var overrides = _actions.TryGetValue(slug, out var action) ? action : null;
        if (_types.TryGetValue(slug, out var types))
            overrides = (overrides ?? new ActionOverrides(types[0].Path, slug, null, default, default)) with { Types = new(types) };
        return overrides is { IsEmpty: false } ? overrides : null;
    }

    /// <summary>Reports names of unknown connectors and actions, and class names that could not be given.</summary>
    /// <param name="slugs">The slugs of all actions, wanted or not.</param>
    /// <param name="connectors">The slugs of all connectors, wanted or not.</param>
    /// <param name="classes">The classes of the connectors.</param>
    /// <param name="problems">Where to report.</param>
    public void ReportUnused(HashSet<string> slugs, HashSet<string> connectors, SiblingNames classes, List<Problem> problems)
    {
        foreach (var slug in _classes.Keys.Where(slug => !connectors.Contains(slug)).OrderBy(slug => slug, StringComparer.Ordinal))
            problems.Add(At(slug, NamesProblems.NamesNothing, $"No catalog has a connector '{slug}'", Nearest.Question(slug, connectors)));
        foreach (var slug in _actions.Keys.Union(_types.Keys, StringComparer.Ordinal)
            .Where(slug => !slugs.Contains(slug)).OrderBy(slug => slug, StringComparer.Ordinal))
        {
            var (path, pointer) = _actions.TryGetValue(slug, out var action)
                ? (action.Path, JsonPointer.Of("actions", slug))
                : (_types[slug][0].Path, _types[slug][0].Pointer);
            problems.Add(new Problem(NamesProblems.NamesNothing, $"No catalog has an action '{slug}'", Nearest.Question(slug, slugs))
            {
                Path = path,
                Pointer = pointer,
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
        new(NamesProblems.NamesNothing, $"{what} is already named in '{first}'", "") { Path = path, Pointer = pointer };
}
