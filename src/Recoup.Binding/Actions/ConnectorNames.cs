using Recoup.Binding.Names;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>
/// Tells apart the types of different actions that would have the same name in one class. Only types that clash get another name. A type of
/// a result makes room for one that callers write.
/// </summary>
/// <param name="Renames">The types that get another name; empty for nearly every connector.</param>
/// <param name="Problems">One for each of them.</param>
internal sealed record ConnectorNames(EquatableArray<TypeRename> Renames, EquatableArray<Problem> Problems)
{
    /// <summary>Finds the types that clash. O(n log n) in the number of types.</summary>
    /// <param name="methods">The methods of the class.</param>
    /// <param name="types">The types that the files of the class declare.</param>
    /// <param name="cancellation">Cancels the work between its steps.</param>
    public static ConnectorNames Of(
        IEnumerable<string> methods, IEnumerable<DeclaredTypes> types, CancellationToken cancellation = default)
    {
        var files = types.ToArray();
        var all = files.SelectMany(file => file.Names).ToArray();
        var taken = new HashSet<string>(methods.Concat(files.Select(file => file.ClassName)), StringComparer.Ordinal);
        var newNames = new Dictionary<DeclaredName, string>();
        var problems = new List<Problem>();
        Share([.. all.Where(type => type.Sharing is not null)], taken, newNames, problems);

        // A name that was given, or that a method has, is not available to derived names.
        var derived = all.Where(type => type.Sharing is null || newNames.ContainsKey(type)).ToArray();
        taken.UnionWith(all.Except(derived).Select(type => type.Name));
        var clashes = Clashing(derived);
        foreach (var type in clashes)
            newNames[type] = type.Spelled;
        foreach (var type in Clashing(derived).Where(clashes.Contains))
            newNames[type] = Identifier.Hashed(type.Name, type.Slug + type.Pointer);
        problems.AddRange(clashes.Select(type => new Problem(
            BindingProblems.NameClash, "Action " + type.Slug, "type " + type.Name, Name(type))
        { Slug = type.Slug, Pointer = type.Pointer }));
        return new ConnectorNames(
            new(newNames.Keys.OrderBy(type => type.Slug, StringComparer.Ordinal).ThenBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => new TypeRename(type.Slug, type.Name, newNames[type]))),
            new(problems));

        string Name(DeclaredName type) => newNames.TryGetValue(type, out var name) ? name : type.Name;

        HashSet<DeclaredName> Clashing(DeclaredName[] types)
        {
            cancellation.ThrowIfCancellationRequested();
            return new(types.GroupBy(Name, StringComparer.Ordinal)
                .Where(group => taken.Contains(group.Key) || group.Skip(1).Any())
                .SelectMany(group => taken.Contains(group.Key) || group.Count(type => !type.IsRead) != 1
                    ? group
                    : group.Where(type => type.IsRead)));
        }
    }

    /// <summary>The actions of a file with the names of their types. The same object if none of them is renamed.</summary>
    public ConnectorModel Apply(ConnectorModel file)
    {
        if (Renames.Count == 0)
            return file;
        var ofAction = Renames.ToLookup(rename => rename.Slug, StringComparer.Ordinal);
        return file.Actions.Any(action => ofAction.Contains(action.Slug))
            ? file with { Actions = new(file.Actions.Select(action => TypeRenaming.Apply(action, ofAction[action.Slug]))) }
            : file;
    }

    // Types that a names file gives one name must have one shape.
    private static void Share(
        DeclaredName[] shared,
        HashSet<string> taken,
        Dictionary<DeclaredName, string> newNames,
        List<Problem> problems)
    {
        foreach (var group in shared.GroupBy(type => type.Name, StringComparer.Ordinal))
        {
            var first = group.OrderBy(type => type.Slug, StringComparer.Ordinal).First();
            foreach (var type in group)
            {
                var sharing = type.Sharing!;
                if (taken.Contains(type.Name) || TypeMembers.IsTakenByMember(type.Name))
                    Refuse(type, NamesProblems.Unusable, type.Name, $"a type of {type.Slug}", OverrideProblems.Taken);
                else if (sharing.Signature != first.Sharing!.Signature)
                    Refuse(type, NamesProblems.CannotShare, type.Name, first.Slug, type.Slug, sharing.Derived);
            }
        }

        // The types below a named one are named after it, so they lose their names together.
        void Refuse(DeclaredName type, ProblemDescriptor descriptor, params string[] arguments)
        {
            if (newNames.ContainsKey(type))
                return;
            foreach (var other in shared.Where(other =>
                other.Slug == type.Slug && other.Sharing!.Path == type.Sharing!.Path && other.Sharing.Entry == type.Sharing.Entry))
                newNames[other] = other.Sharing!.Derived;
            problems.Add(new Problem(descriptor, arguments) { Path = type.Sharing!.Path, Pointer = type.Sharing.Entry });
        }
    }
}

/// <summary>A type of an action that gets another name.</summary>
/// <param name="Slug">The action.</param>
/// <param name="Name">The name of the type in the model of the action.</param>
/// <param name="NewName">The name that it gets.</param>
internal sealed record TypeRename(string Slug, string Name, string NewName);
