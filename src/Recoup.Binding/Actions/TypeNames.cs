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

    private TypeNames(Dictionary<string, NamedType> types, GivenNames given) =>
        (_types, Unused, Refused) = (types, given.Unused, given.Refused);

    /// <summary>The types to be declared, by name.</summary>
    public IEnumerable<NamedType> All => _types.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>The entries of names files that lead to no type.</summary>
    public IReadOnlyList<TypeOverride> Unused { get; }

    /// <summary>The given names that another type of the action has.</summary>
    public IReadOnlyList<RefusedName> Refused { get; }

    public string this[TypeDraft draft] => _types[draft.Signature].Name;

    public static TypeNames Of(ActionDraft action, string className)
    {
        var paths = new TypePaths(action);
        var found = paths.Shortest([]);
        var types = found.ToDictionary(
            type => type.Draft.Signature,
            type => new NamedType(
                type.Draft, Plain(action.MethodName, type.Path), Spelled(action.MethodName, type.Path), TypePaths.IsOfResult(type.Path)),
            StringComparer.Ordinal);
        foreach (var clash in Clashing(types.Values, name => name == className || TypeMembers.IsTakenByMember(name)))
            types[clash.Draft.Signature] = clash with { Name = clash.Spelled, IsTold = true };

        // Two spelled names can only be equal where names contain underscores.
        foreach (var clash in Clashing(types.Values, _ => false))
            types[clash.Draft.Signature] = clash with { Name = Identifier.Hashed(clash.Name, clash.Draft.Pointer), IsTold = true };

        return new TypeNames(types, GivenNames.Apply(action, paths, types));
    }

    // A type of the result makes room for one that callers write, so that a schema for a result renames nothing.
    private static NamedType[] Clashing(IEnumerable<NamedType> types, Func<string, bool> isTaken) =>
    [
        .. types.GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 || isTaken(group.Key))
            .SelectMany(group => isTaken(group.Key) || group.Count(type => !type.IsRead) != 1 ? group : group.Where(type => type.IsRead)),
    ];

    private static string Plain(string method, IReadOnlyList<string> path)
    {
        var name = method + TypePaths.Pascal(path);
        return name.Length <= Identifier.MaxLength ? name : Identifier.Hashed(name, string.Join("/", path));
    }

    private static string Spelled(string method, IReadOnlyList<string> path)
    {
        var name = method + "_" + string.Join("_", path.Select(TypePaths.Pascal));
        return name.Length <= Identifier.MaxLength ? name : Identifier.Hashed(name, string.Join("/", path));
    }
}

/// <summary>A type of an action with its name.</summary>
/// <param name="Draft">The type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Spelled">The name that tells it from others: the words of the path stay apart.</param>
/// <param name="IsRead">Whether only the result has it.</param>
/// <param name="IsTold">Whether the plain name is that of another type of the action.</param>
/// <param name="Sharing">Set if a names file gave the name.</param>
internal sealed record NamedType(
    TypeDraft Draft, string Name, string Spelled, bool IsRead, bool IsTold = false, Sharing? Sharing = null);
