using Recoup.Binding.Names;
using Recoup.Binding.Names.Overrides;
using Recoup.Binding.Types;

namespace Recoup.Binding.Actions;

/// <summary>
/// Names the nested types of one action. Equal shapes share one type. A type is named after the method and the shortest path that leads to
/// it, or after the entry of a names file; the types below that entry are then named after it. Nothing else plays a part: not the order of
/// properties, and no other action.
/// </summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, NamedType> _types;

    private TypeNames(Dictionary<string, NamedType> types, IReadOnlyList<TypeOverride> unused) => (_types, Unused) = (types, unused);

    /// <summary>The types to be declared, by name.</summary>
    public IEnumerable<NamedType> All => _types.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The entries of names files that lead to no type.</summary>
    public IReadOnlyList<TypeOverride> Unused { get; }

    public string this[TypeDraft draft] => _types[draft.Signature].Name;

    public static TypeNames Of(ActionDraft action, string className)
    {
        var paths = new TypePaths(action);
        var found = paths.Shortest([]);
        var types = found.ToDictionary(
            type => type.Draft.Signature,
            type => new NamedType(type.Draft, Plain(action.MethodName, type.Path), Spelled(action.MethodName, type.Path)),
            StringComparer.Ordinal);
        foreach (var clash in types.Values.GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 || group.Key == className)
            .SelectMany(group => group)
            .ToArray())
        {
            types[clash.Draft.Signature] = clash with { Name = clash.Spelled, IsTold = true };
        }

        // Two spelled names can only be equal where names contain underscores.
        foreach (var clash in types.Values.GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .ToArray())
        {
            types[clash.Draft.Signature] = clash with { Name = Identifier.Hashed(clash.Name, clash.Draft.Pointer), IsTold = true };
        }

        return new TypeNames(types, Give(action, paths, types));
    }

    private static List<TypeOverride> Give(ActionDraft action, TypePaths paths, Dictionary<string, NamedType> types)
    {
        var unused = new List<TypeOverride>();
        var given = new List<(TypeDraft Draft, TypeOverride By)>();
        foreach (var entry in action.Planned.Overrides?.Types ?? default)
        {
            if (paths.Find(entry.TypePath) is { } draft && !given.Exists(other => other.Draft.Signature == draft.Signature))
                given.Add((draft, entry));
            else
                unused.Add(entry);
        }

        foreach (var (draft, by) in given)
            Name(draft, by.Name, by);

        // The types below a named one belong to it, so that they are the same wherever it is used.
        var roots = given.ToDictionary(item => item.Draft.Signature, item => item.By, StringComparer.Ordinal);
        foreach (var (draft, by) in given)
        {
            foreach (var below in TypePaths.Below(draft, roots.Keys))
                Name(below.Draft, by.Name + Joined(below.Path), by);
        }

        return unused;

        void Name(TypeDraft draft, string name, TypeOverride by)
        {
            var type = types[draft.Signature];
            if (type.Sharing is null)
                types[draft.Signature] = type with
                {
                    Name = name,
                    Sharing = new Sharing(draft.Signature, type.Name, by.Path, by.Pointer),
                };
        }
    }

    private static string Plain(string method, IReadOnlyList<string> path)
    {
        var name = method + Joined(path);
        return name.Length <= Identifier.MaxLength ? name : Identifier.Hashed(name, string.Join("/", path));
    }

    private static string Spelled(string method, IReadOnlyList<string> path)
    {
        var name = method + "_" + string.Join("_", path.Select(TypePaths.Pascal));
        return name.Length <= Identifier.MaxLength ? name : Identifier.Hashed(name, string.Join("/", path));
    }

    private static string Joined(IReadOnlyList<string> path) => string.Concat(path.Select(TypePaths.Pascal));
}

/// <summary>A type of an action with its name.</summary>
/// <param name="Draft">The type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Spelled">The name that tells it from others: the words of the path stay apart.</param>
/// <param name="IsTold">Whether the plain name is that of another type of the action.</param>
/// <param name="Sharing">Set if a names file gave the name.</param>
internal sealed record NamedType(TypeDraft Draft, string Name, string Spelled, bool IsTold = false, Sharing? Sharing = null);
