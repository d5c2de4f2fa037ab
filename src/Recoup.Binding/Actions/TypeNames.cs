using Recoup.Binding.Names;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;

namespace Recoup.Binding.Actions;

/// <summary>
/// Names the nested types of a connector. Equal shapes share one type. A shape that one action uses is called after the action and
/// the property, whatever other actions there are; one that several actions share is called after the property.
/// </summary>
internal sealed class TypeNames
{
    private const int SpelledValues = 4;

    private readonly Dictionary<string, string> _nameBySignature;

    private TypeNames(Dictionary<string, string> names, IReadOnlyList<TypeDraft> drafts) => (_nameBySignature, Drafts) = (names, drafts);

    /// <summary>One draft for each type to be declared, in the order of their names.</summary>
    public IReadOnlyList<TypeDraft> Drafts { get; }

    public string this[TypeDraft draft] => _nameBySignature[draft.Signature];

    public static TypeNames Assign(IReadOnlyList<ActionDraft> actions, Func<string, bool> isTaken)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            foreach (var draft in Reachable(action))
            {
                if (!shapes.TryGetValue(draft.Signature, out var shape))
                    shapes.Add(draft.Signature, shape = new Shape(draft));
                shape.Uses.Add((action, draft));
            }
        }

        string Free(string name) => isTaken(name) ? name + "Type" : name;
        var names = shapes.ToDictionary(pair => pair.Key, pair => Free(pair.Value.PlainName()), StringComparer.Ordinal);
        foreach (var signature in Clashing(names))
            names[signature] = Free(shapes[signature].SpelledName());
        foreach (var signature in Clashing(names))
            names[signature] = Identifier.Hashed(shapes[signature].PlainName(), signature);
        return new TypeNames(names, [.. shapes.Values.Select(shape => shape.Draft).OrderBy(draft => names[draft.Signature], StringComparer.Ordinal)]);
    }

    private static string[] Clashing(Dictionary<string, string> names) =>
        [.. names.GroupBy(pair => pair.Value, StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group.Select(pair => pair.Key))];

    private static List<TypeDraft> Reachable(ActionDraft action)
    {
        var found = new List<TypeDraft>();
        var seen = new HashSet<TypeDraft>();
        foreach (var member in action.Members)
            Visit(member.Type.Type, seen, found);
        if (action.Additional is { } additional)
            Visit(additional.Type, seen, found);
        return found;
    }

    private static void Visit(TypeModel type, HashSet<TypeDraft> seen, List<TypeDraft> found)
    {
        switch (type)
        {
            case ListTypeModel list:
                Visit(list.Item.Type, seen, found);
                break;
            case MapTypeModel map:
                Visit(map.Value.Type, seen, found);
                break;
            case DraftTypeModel { Draft: UnionDraft { Instead: { } instead } }:
                Visit(instead, seen, found);
                break;
            case DraftTypeModel { Draft: var draft } when seen.Add(draft):
                found.Add(draft);
                if (draft is ClassDraft { Members: var members, Additional: var additional })
                {
                    foreach (var member in members)
                        Visit(member.Type.Type, seen, found);
                    if (additional is { } use)
                        Visit(use.Type, seen, found);
                }
                else if (draft is UnionDraft union)
                {
                    foreach (var branch in union.Branches)
                        Visit(branch.Type, seen, found);
                }

                break;
        }
    }

    private sealed class Shape(TypeDraft draft)
    {
        public TypeDraft Draft => draft;

        public List<(ActionDraft Action, TypeDraft Draft)> Uses { get; } = [];

        public string PlainName()
        {
            if (draft is UnionDraft union && UnionFeature.FixedName(union) is { } name)
                return name;
            return Uses.Select(use => use.Action.Action.Slug).Distinct(StringComparer.Ordinal).Count() == 1 ? NameInAction() : SharedName();
        }

        // What differs between two enums are their values; of other shapes no short text tells.
        public string SpelledName() => draft is EnumDraft { Values.Count: <= SpelledValues } values
            ? PlainName() + string.Concat(values.Values.OrderBy(value => value, StringComparer.Ordinal).Select(Identifier.Pascal))
            : Identifier.Hashed(PlainName(), draft.Signature);

        private string NameInAction()
        {
            var path = Uses.Select(use => use.Draft.Path.ToArray())
                .OrderBy(candidate => candidate.Length)
                .ThenBy(candidate => string.Join("/", candidate), StringComparer.Ordinal)
                .First();
            var name = Uses[0].Action.MethodName + (path.Length == 0 ? "Value" : string.Concat(path.Select(Identifier.Pascal))) + draft.Suffix;
            return name.Length <= Identifier.MaxLength ? name : Identifier.Hashed(name, draft.Signature);
        }

        private string SharedName() => Uses
            .GroupBy(use => use.Draft.Path.Count == 0 ? "Value" : Identifier.Pascal(use.Draft.Path[use.Draft.Path.Count - 1]) + use.Draft.Suffix, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .First().Key;
    }
}
