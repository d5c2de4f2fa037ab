using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Types;

namespace Recoup.Binding.Actions;

/// <summary>Gives the types of an action the names of a names file.</summary>
/// <param name="Unused">The entries that lead to no type.</param>
/// <param name="Refused">The types whose given name another type of the action has.</param>
internal sealed record GivenNames(IReadOnlyList<TypeOverride> Unused, IReadOnlyList<RefusedName> Refused)
{
    /// <summary>Names the types, and the types below each of them after it, so that they are the same wherever it is used.</summary>
    /// <param name="action">The action.</param>
    /// <param name="paths">The paths to its types.</param>
    /// <param name="types">The types with their derived names, by signature.</param>
    public static GivenNames Apply(ActionDraft action, TypePaths paths, Dictionary<string, NamedType> types)
    {
        var entries = action.Planned.Overrides?.Types ?? default;
        if (entries.Count == 0)
            return new GivenNames([], []);
        var (unused, roots) = (new List<TypeOverride>(), new List<(TypeDraft Draft, TypeOverride By)>());
        foreach (var entry in entries)
        {
            var draft = paths.Find(entry.TypePath);
            var known = draft is null ? default : roots.Find(root => root.Draft.Signature == draft.Signature);
            if (draft is null || (known.By is not null && known.By.Name != entry.Name))
                unused.Add(entry);
            else if (known.By is null)
                roots.Add((draft, entry));
        }

        var named = roots.ToDictionary(root => root.Draft.Signature, root => (root.By.Name, root.By), StringComparer.Ordinal);
        foreach (var (draft, by) in roots)
        {
            foreach (var below in TypePaths.Below(draft, roots.Select(root => root.Draft.Signature)))
            {
                if (!named.ContainsKey(below.Draft.Signature))
                    named.Add(below.Draft.Signature, (by.Name + TypePaths.Pascal(below.Path), by));
            }
        }

        var refused = Refuse(named, types);
        foreach (var (signature, (name, by)) in named.Select(pair => (pair.Key, pair.Value)))
        {
            types[signature] = types[signature] with
            {
                Name = name,
                Sharing = new Sharing(signature, types[signature].Name, by.Path, by.Pointer),
            };
        }

        return new GivenNames(unused, refused);
    }

    // A type that loses its given name gets its derived name back, which another type may have been given. The types below it lose theirs
    // with it, so that a type that is shared is the same in every action.
    private static List<RefusedName> Refuse(
        Dictionary<string, (string Name, TypeOverride By)> named, Dictionary<string, NamedType> types)
    {
        var refused = new List<RefusedName>();
        while (true)
        {
            var clash = types.GroupBy(type => NameOf(type.Key), type => type.Key, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => group.OrderBy(named.ContainsKey).ThenBy(OrderOf).Last())
                .FirstOrDefault();
            if (clash is null)
                return refused;
            var (name, by) = named[clash];
            refused.Add(new RefusedName(name, types[clash].Name, by));
            foreach (var signature in named.Where(pair => pair.Value.By == by).Select(pair => pair.Key).ToArray())
                named.Remove(signature);
        }

        string NameOf(string signature) => named.TryGetValue(signature, out var given) ? given.Name : types[signature].Name;

        int OrderOf(string signature) => named.Keys.ToList().IndexOf(signature);
    }
}

/// <summary>A given name that another type of the action has.</summary>
/// <param name="Name">The name.</param>
/// <param name="Derived">The name that the type has instead.</param>
/// <param name="By">The entry of the names file.</param>
internal sealed record RefusedName(string Name, string Derived, TypeOverride By);
