using Recoup.Binding.Types;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Levels;

/// <summary>The types a connector's class declares: enums and classes that callers name, and their members.</summary>
internal static class DeclarationComparison
{
    public static IEnumerable<Finding> Compare(
        IReadOnlyDictionary<string, BoundMethod> before, IReadOnlyDictionary<string, BoundMethod> after, CatalogPairs pairs, Sides sides)
    {
        var common = pairs.Common.Where(pair => before.ContainsKey(pair.Old.Slug) && after.ContainsKey(pair.New.Slug)).ToList();
        var seen = new HashSet<(string Class, string Type)>();
        foreach (var (old, @new) in common)
        {
            var (was, now) = (before[old.Slug], after[@new.Slug]);
            if (was.Connector.ClassName != now.Connector.ClassName)
                continue;
            var site = new SourceSite(old, @new, sides);
            foreach (var name in Named(was).Where(name => seen.Add((was.Connector.ClassName, name))))
            {
                foreach (var finding in Compare(was, now, was.Declarations[name], site))
                    yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Compare(BoundMethod was, BoundMethod now, DeclarationModel old, SourceSite site)
    {
        var type = was.Connector.ClassName + "." + old.Name;
        if (!now.Declarations.TryGetValue(old.Name, out var @new) || @new.GetType() != old.GetType())
        {
            var code = @new is null ? "CS0426" : "CS0117";
            yield return site.Finding(SourceRules.Declaration, @new is null ? Change.Removed : Change.Changed,
                @new is null ? $"the type {type} is gone" : $"the type {type} is another kind of type", new SourceImpact(type, code, code, false), old.Name, @new?.Name ?? "");
            yield break;
        }

        foreach (var (message, code, before, after) in (old, @new) switch
        {
            (EnumDeclarationModel a, EnumDeclarationModel b) => Values(type, a, b),
            (ClassDeclarationModel a, ClassDeclarationModel b) => Members(type, a, b, now),
            _ => [],
        })
        {
            yield return site.Finding(SourceRules.Declaration, Change.Changed, message, new SourceImpact(type, code, code, false), before, after);
        }
    }

    private static IEnumerable<(string Message, string Code, string Before, string After)> Values(string type, EnumDeclarationModel old, EnumDeclarationModel @new)
    {
        var kept = @new.Values.Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var value in old.Values.Where(value => !kept.Contains(value.Name)))
            yield return ($"the value {type}.{value.Name} is gone", "CS0117", $"{old.Name}.{value.Name}", "");
    }

    private static IEnumerable<(string Message, string Code, string Before, string After)> Members(
        string type, ClassDeclarationModel old, ClassDeclarationModel @new, BoundMethod now)
    {
        var (before, after) = (ByName(old), ByName(@new));
        foreach (var member in old.Members.Where(member => member.Presence != MemberPresence.Constant))
        {
            var other = after.GetValueOrDefault(member.Name);
            if (other is null)
                yield return ($"the property {type}.{member.Name} is gone", "CS0117", $"{old.Name}.{member.Name}", "");
            else if (!CSharpType.Fits(member, other, now.Declarations))
                yield return ($"the property {type}.{member.Name} was {CSharpType.Of(member)} and is {CSharpType.Of(other)}", "CS0029", CSharpType.Of(member), CSharpType.Of(other));
        }

        foreach (var member in @new.Members.Where(member => member.Presence == MemberPresence.Required))
        {
            if (before.GetValueOrDefault(member.Name)?.Presence != MemberPresence.Required)
                yield return ($"the property {type}.{member.Name} must be set now", "CS9035", "", $"{old.Name}.{member.Name}");
        }
    }

    private static Dictionary<string, MemberModel> ByName(ClassDeclarationModel type) =>
        type.Members.Where(member => member.Presence != MemberPresence.Constant).ToDictionary(member => member.Name, StringComparer.Ordinal);

    /// <summary>The types that a method's parameters lead to, through the members of classes.</summary>
    private static List<string> Named(BoundMethod method)
    {
        var (found, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var open = new Stack<TypeModel>(method.Parameters.Select(parameter => parameter.Type.Type).Reverse());
        while (open.TryPop(out var type))
        {
            switch (type)
            {
                case ListTypeModel list:
                    open.Push(list.Item.Type);
                    break;
                case MapTypeModel map:
                    open.Push(map.Value.Type);
                    break;
                case DeclaredTypeModel declared when seen.Add(declared.Name):
                    found.Add(declared.Name);
                    foreach (var part in Parts(method.Declarations.GetValueOrDefault(declared.Name)))
                        open.Push(part);
                    break;
                default:
                    break;
            }
        }

        return found;
    }

    private static IEnumerable<TypeModel> Parts(DeclarationModel? declaration) => declaration switch
    {
        ClassDeclarationModel @class => @class.Members.Select(member => member.Type.Type),
        UnionDeclarationModel union => union.Branches.Select(branch => branch.Type),
        _ => [],
    };
}
