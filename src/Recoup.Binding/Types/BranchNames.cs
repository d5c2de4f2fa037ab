using System.Text.Json;
using Recoup.Binding.Names;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Slugs;

namespace Recoup.Binding.Types;

/// <summary>
/// Names the branches of a union after what a provider keeps: the title, the name in <c>$ref</c>, the constant of a required member, the
/// required members, or else the kind. The first of these that no other branch has is the name. Bounds, descriptions, optional members and
/// the order of the branches do not matter.
/// </summary>
internal static class BranchNames
{
    /// <summary>An object without anything that names it.</summary>
    public const string Object = "Object";

    /// <summary>The items of an array without anything that names them.</summary>
    public const string Item = "Item";

    /// <summary>The values of an enum without anything that names it.</summary>
    public const string Value = "Value";

    private const int MaxReferences = 16;

    /// <summary>The names of the branches, in the order of the branches; empty for single values, which declare no type.</summary>
    /// <param name="branches">The schemas of the branches.</param>
    /// <param name="root">The document that references point into.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PositionedElement> branches, PositionedElement root)
    {
        var candidates = branches.Select(branch => Candidates(branch, root, depth: 0).Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        var chosen = new int[branches.Count];
        string Name(int i) => candidates[i].Length == 0 ? "" : candidates[i][chosen[i]];

        // Two branches with one name both take their next candidate, so that neither depends on the order.
        while (true)
        {
            var clashing = Enumerable.Range(0, branches.Count)
                .Where(i => candidates[i].Length > 0)
                .GroupBy(Name, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .SelectMany(group => group)
                .Where(i => chosen[i] + 1 < candidates[i].Length)
                .ToArray();
            if (clashing.Length == 0)
                return [.. Enumerable.Range(0, branches.Count).Select(Name)];
            foreach (var i in clashing)
                chosen[i]++;
        }
    }

    private static IEnumerable<string> Candidates(PositionedElement branch, PositionedElement root, int depth)
    {
        var (schema, reference) = Resolve(branch, root);
        var view = new SchemaView(schema);
        if (view.Types is ["array"] || (view.Types.Count == 0 && view.Has("items")))
        {
            var names = depth == MaxReferences ? [] : Candidates(schema["items"], root, depth + 1).Where(name => name != Object);
            return Titles(branch, schema, reference).Concat(names).Append(Item);
        }

        if (view.Values is not null || view.Has("const"))
            return Titles(branch, schema, reference).Append(Value);
        if (view.Types.Count > 0 && !view.Types.Contains("object"))
            return [];
        return Titles(branch, schema, reference).Concat(OfMembers(schema)).Append(Object);
    }

    private static IEnumerable<string> Titles(PositionedElement branch, PositionedElement schema, string? reference)
    {
        foreach (var text in new[] { branch["title"].AsString(), schema["title"].AsString(), reference })
        {
            if (text is not null && Words.Split(text).Count > 0)
                yield return Identifier.Pascal(text);
        }
    }

    private static IEnumerable<string> OfMembers(PositionedElement schema)
    {
        var required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in schema["required"].EnumerateArray())
        {
            if (name.AsString() is { } text)
                required.Add(text);
        }

        foreach (var name in required)
        {
            if (ConstantOf(schema["properties"][name]) is { } constant && Words.Split(constant).Count > 0)
                yield return Identifier.Pascal(constant);
        }

        if (required.Count > 0)
            yield return Shortened(string.Concat(required.Select(Identifier.Pascal)), required);
    }

    private static string Shortened(string name, IEnumerable<string> members) =>
        name.Length <= Identifier.MaxLength / 2 ? name : Identifier.Hashed(name[..(Identifier.MaxLength / 2)], string.Join("\n", members));

    private static string? ConstantOf(PositionedElement schema)
    {
        if (schema["const"] is { ValueKind: JsonValueKind.String } constant)
            return constant.AsString();
        return new SchemaView(schema).Values is [{ ValueKind: JsonValueKind.String } only] ? only.AsString() : null;
    }

    private static (PositionedElement Schema, string? Reference) Resolve(PositionedElement schema, PositionedElement root)
    {
        string? name = null;
        for (var i = 0; i < MaxReferences && schema["$ref"].AsString() is { } reference; i++)
        {
            if (!root.TryFollow(reference, out var target))
                break;
            name ??= reference[(reference.LastIndexOf('/') + 1)..];
            schema = target;
        }

        return (schema, name);
    }
}
