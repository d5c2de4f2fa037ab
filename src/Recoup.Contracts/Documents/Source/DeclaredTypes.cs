using Recoup.Binding.Types;

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

    /// <summary>The types of a method's parameters and, on request, of its result, including the types of their members.</summary>
    public static IReadOnlyList<string> Of(BoundMethod method, bool withResult)
    {
        var types = method.Parameters.Select(parameter => parameter.Type.Type);
        return Below(withResult && method.Result is { } result ? types.Append(result.Type) : types, method.Class.Types);
    }

    private static List<string> Below(IEnumerable<TypeModel> types, IReadOnlyDictionary<string, BoundType> declared)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(types.SelectMany(In).Reverse());
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name))
                continue;
            found.Add(name);
            foreach (var part in Parts(declared[name].Declaration).SelectMany(In))
                open.Push(part);
        }

        return found;
    }

    private static IEnumerable<TypeModel> Parts(DeclarationModel declaration) => declaration switch
    {
        ClassDeclarationModel @class =>
            [
                .. @class.Members.Select(member => member.Type.Type),
                .. @class.Additional is { } rest ? [rest.Type] : Array.Empty<TypeModel>(),
            ],
        ViewDeclarationModel view => view.Members.Select(member => member.Type.Type),
        UnionDeclarationModel union => union.Branches.Select(branch => branch.Type),
        _ => [],
    };
}
