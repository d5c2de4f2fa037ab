using Recoup.Binding.Names;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;

namespace Recoup.Binding.Actions;

/// <summary>
/// Names the nested types of a connector. Equal shapes share one type. A shape that one action uses is named after the action and
/// the property, regardless of other actions; a shape that several actions share is named after the property.
/// Parameters come first, so that result schemas rename no type that a caller writes.
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
        var parameters = Shapes(actions, Written, isResult: false);
        var names = Name(parameters, isTaken);
        var results = Shapes(actions, action => action.Result is { } result ? [result] : [], isResult: true);
        foreach (var signature in parameters.Keys)
            results.Remove(signature);
        var written = new HashSet<string>(names.Values, StringComparer.Ordinal);
        foreach (var pair in Name(results, name => isTaken(name) || written.Contains(name)))
            names.Add(pair.Key, pair.Value);
        var drafts = parameters.Values.Concat(results.Values).Select(shape => shape.Draft);
        return new TypeNames(names, [.. drafts.OrderBy(draft => names[draft.Signature], StringComparer.Ordinal)]);
    }

    private static Dictionary<string, Shape> Shapes(
        IReadOnlyList<ActionDraft> actions, Func<ActionDraft, IEnumerable<TypeUse>> types, bool isResult)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            foreach (var draft in Reachable(types(action)))
            {
                if (!shapes.TryGetValue(draft.Signature, out var shape))
                    shapes.Add(draft.Signature, shape = isResult ? new ResultTypeShape(draft) : new Shape(draft));
                shape.Uses.Add((action, draft));
            }
        }

        return shapes;
    }

    private static Dictionary<string, string> Name(Dictionary<string, Shape> shapes, Func<string, bool> isTaken)
    {
        string Free(string name)
        {
            while (isTaken(name))
                name += "Type";
            return name;
        }

        var names = shapes.ToDictionary(pair => pair.Key, pair => Free(pair.Value.PlainName()), StringComparer.Ordinal);
        foreach (var signature in Clashing(names))
            names[signature] = Free(shapes[signature].SpelledName());
        foreach (var signature in Clashing(names))
            names[signature] = Free(Identifier.Hashed(shapes[signature].PlainName(), signature));
        return names;
    }

    private static IEnumerable<TypeUse> Written(ActionDraft action)
    {
        var types = action.Members.Select(member => member.Type);
        return action.Additional is { } additional ? types.Append(additional) : types;
    }

    private static string[] Clashing(Dictionary<string, string> names) =>
        [.. names.GroupBy(pair => pair.Value, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(pair => pair.Key))];

    private static List<TypeDraft> Reachable(IEnumerable<TypeUse> types)
    {
        var found = new List<TypeDraft>();
        var seen = new HashSet<TypeDraft>();
        foreach (var use in types)
            Visit(use.Type, seen, found);
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

    private class Shape(TypeDraft draft)
    {
        public TypeDraft Draft => draft;

        public List<(ActionDraft Action, TypeDraft Draft)> Uses { get; } = [];

        public string PlainName()
        {
            if (draft is UnionDraft union && UnionFeature.FixedName(union) is { } name)
                return name;
            return Uses.Select(use => use.Action.Action.Slug).Distinct(StringComparer.Ordinal).Count() == 1 ? NameInAction() : SharedName();
        }

        // Enums differ in their values. For other shapes there is no short text that differs.
        public virtual string SpelledName() => draft is EnumDraft { Values.Count: <= SpelledValues } values
            ? PlainName() + string.Concat(values.Values.OrderBy(value => value, StringComparer.Ordinal).Select(Identifier.Pascal))
            : Identifier.Hashed(PlainName(), draft.Signature);

        private string NameInAction()
        {
            var path = Uses.Select(use => use.Draft.Path.ToArray())
                .OrderBy(candidate => candidate.Length)
                .ThenBy(candidate => string.Join("/", candidate), StringComparer.Ordinal)
                .First();
            return NameIn(Uses[0].Action, path);
        }

        protected string NameIn(ActionDraft action, IReadOnlyList<string> path)
        {
            var name = action.MethodName + (path.Count == 0 ? "Value" : string.Concat(path.Select(Identifier.Pascal))) + draft.Suffix;
            return name.Length <= Identifier.MaxLength ? name : Identifier.Hashed(name, draft.Signature);
        }

        protected virtual string SharedName() => Uses
            .GroupBy(
                use => use.Draft.Path.Count == 0 ? "Value" : Identifier.Pascal(use.Draft.Path[use.Draft.Path.Count - 1]) + use.Draft.Suffix,
                StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .First().Key;
    }

    /// <summary>A part of results.</summary>
    private sealed class ResultTypeShape(TypeDraft draft) : Shape(draft)
    {
        private const string Suffix = "Result";

        // Its path in the first of its actions, where a reader finds the property.
        public override string SpelledName() => NameIn(Uses[0].Action, Uses[0].Draft.Path);

        // The property that leads to it; if there are several, the most frequent one.
        protected override string SharedName() => Uses
            .Where(use => use.Draft.Path.Count > 1)
            .GroupBy(use => Identifier.Pascal(use.Draft.Path[use.Draft.Path.Count - 1]) + Suffix, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key ?? SpelledName();
    }
}
