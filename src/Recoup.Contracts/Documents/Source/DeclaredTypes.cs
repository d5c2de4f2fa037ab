using Recoup.Binding.Types;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Source;

/// <summary>Finds the declared types that a type refers to.</summary>
internal static class DeclaredTypes
{
    /// <summary>The names in the type itself.</summary>
    public static IEnumerable<string> In(TypeModel type) => type switch
    {
        ListTypeModel list => In(list.Item.Type),
        MapTypeModel map => In(map.Value.Type),
        DeclaredTypeModel declared => [declared.Name],
        _ => [],
    };

    /// <summary>
    /// The types of a method's parameters and, on request, of its result, including the types of their members. Each has the paths of the
    /// values that have this type.
    /// </summary>
    public static IReadOnlyList<DeclaredPlace> Of(BoundMethod method, bool withResult)
    {
        var types = method.Parameters.Select(parameter => (parameter.Type.Type, method.ValueOf(parameter)));
        return Below(withResult && method.Result is { } result ? types.Append((result.Type, ValuePath.Result)) : types, method.Class.Types);
    }

    private static List<DeclaredPlace> Below(IEnumerable<(TypeModel, string)> types, IReadOnlyDictionary<string, BoundType> declared)
    {
        var found = new Dictionary<string, DeclaredPlace>(StringComparer.Ordinal);
        var order = new List<DeclaredPlace>();
        var open = new Stack<(string, string)>(types.SelectMany(Places).Reverse());
        while (open.TryPop(out var next))
        {
            var (name, value) = next;
            if (found.TryGetValue(name, out var known))
            {
                known.Values.Add(value);
                continue;
            }

            var place = new DeclaredPlace(name, [value]);
            found.Add(name, place);
            order.Add(place);
            foreach (var part in Parts(declared[name].Declaration, value).SelectMany(Places))
                open.Push(part);
        }

        return order;
    }

    private static IEnumerable<(string Name, string Value)> Places((TypeModel Type, string Value) use) => use.Type switch
    {
        ListTypeModel list => Places((list.Item.Type, ValuePath.Item(use.Value))),
        MapTypeModel map => Places((map.Value.Type, ValuePath.Rest(use.Value))),
        DeclaredTypeModel declared => [(declared.Name, use.Value)],
        _ => [],
    };

    private static IEnumerable<(TypeModel, string)> Parts(DeclarationModel declaration, string value) => declaration switch
    {
        ClassDeclarationModel @class =>
            [
                .. @class.Members.Select(member => (member.Type.Type, ValuePath.Property(value, member.WireName))),
                .. @class.Additional is { } rest ? [(rest.Type, ValuePath.Rest(value))] : Array.Empty<(TypeModel, string)>(),
            ],
        ViewDeclarationModel view => view.Members.Select(member => (member.Type.Type, ValuePath.Property(value, member.WireName))),
        UnionDeclarationModel union => union.Branches.Select(branch => (branch.Type, value)),
        _ => [],
    };
}
