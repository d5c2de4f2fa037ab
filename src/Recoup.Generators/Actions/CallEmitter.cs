using System.Globalization;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;
using Recoup.Typed.Generated;

namespace Recoup.Generators.Actions;

/// <summary>
/// Emits the code that writes members to a call. Most members are links of a chain, one method of the runtime each; the others are
/// statements. Locals start with two underscores, which no parameter does.
/// </summary>
internal sealed class CallEmitter(SourceWriter writer, TypeSyntax types, bool checks)
{
    private int _locals;

    /// <summary>Emits the body of a method: an expression if every member is a link, else a block.</summary>
    /// <param name="start">The expression that starts the chain.</param>
    /// <param name="local">The name of the writer in a block; null declares one that is initialized with <paramref name="start"/>.</param>
    /// <param name="members">The members, each with the expression that reads it.</param>
    /// <param name="additional">The type of additional members and the expression that reads them, or null.</param>
    /// <param name="end">The last link.</param>
    public void Body(
        string start,
        string? local,
        IReadOnlyList<(MemberModel Member, string Access)> members,
        (TypeUse Type, string Access)? additional,
        string end)
    {
        var links = members.Select(item => Links(item.Member, item.Access)).ToArray();
        if (additional is null && links.All(link => link is not null))
        {
            writer.Indent().Line("=> " + start).Indent();
            foreach (var link in links.SelectMany(link => link!))
                writer.Line("." + link);
            writer.Line($".{end};").Outdent().Outdent();
            return;
        }

        writer.OpenBrace().Line(local is null ? $"var __call = {start};" : start + ";");
        for (var i = 0; i < links.Length; i++)
        {
            if (links[i] is { } chain)
                writer.Line($"__call.{string.Join(".", chain)};");
            else
                Statements(members[i].Member, members[i].Access);
        }

        if (additional is { } rest)
            Given(rest.Access, given => Pairs(rest.Type, given, [.. members.Select(item => item.Member.WireName)]));
        writer.Line(local is null ? $"return __call.{end};" : $"__call.{end};").Close();
    }

    /// <summary>Emits the statements that write a value of a list, a map or a union.</summary>
    public void Value(TypeUse type, string access)
    {
        switch (type.Type)
        {
            case ListTypeModel list:
                writer.Line("__call.StartArray();");
                var index = Local("i");
                writer.Open($"for (var {index} = 0; {index} < {access}.Count; {index}++)");
                Item(list.Item, $"{access}[{index}]");
                writer.Close().Line("__call.EndArray();");
                break;
            case MapTypeModel map:
                writer.Line("__call.StartObject();");
                Pairs(map.Value, access);
                writer.Line("__call.EndObject();");
                break;
            default:
                writer.Line($"__call.{Item(type.Type, access)};");
                break;
        }

        foreach (var check in Checks(type, access, isOptional: false))
            writer.Line($"__call.{check};");
    }

    /// <summary>Returns the link that writes a constant. The one that checks it on reading is the same.</summary>
    public static string Constant(MemberModel member) =>
        $"Constant({Literal.Text(Literal.WellFormed(member.WireName))}, {Literal.Text(Literal.WellFormed(member.Constant!))})";

    // The links that write a member; null if it takes statements.
    private List<string>? Links(MemberModel member, string access)
    {
        var name = Literal.Text(Literal.WellFormed(member.WireName));
        if (member.Presence == MemberPresence.Constant)
            return [Constant(member)];
        var isOptional = member.Presence == MemberPresence.Optional;
        if (member.Presence == MemberPresence.OptionalNullable || MethodOf(member.Type.Type) is not { } method)
            return null;
        if (member.Type.IsNullable && !isOptional && method != "Any")
        {
            if (member.Type.Type is not ScalarUnionTypeModel)
                return null;
            method = "ValueOrNull";
        }

        // The runtime derives the name of a parameter for its errors.
        var links = new List<string>();
        if (!access.Contains('.') && ParameterName.Of(member.WireName) != member.Name)
            links.Add($"Named({name}, {Literal.Text(member.Name)})");
        var last = member.Type.Type is FileTypeModel file ? file.AcceptsText ? ", true" : ", false" : "";
        links.Add($"{(isOptional ? "Optional" : "")}{method}({name}, {access}{last})");
        links.AddRange(Checks(member.Type, access, isOptional));
        return links;
    }

    private static string? MethodOf(TypeModel type) => type switch
    {
        ScalarTypeModel scalar => scalar.Kind.ToString(),
        JsonTypeModel => "Any",
        FileTypeModel => "File",
        ScalarUnionTypeModel => "Value",
        DeclaredTypeModel { Kind: DeclaredKind.Enum } => "Enum",
        DeclaredTypeModel { Kind: DeclaredKind.Union } => "Value",
        DeclaredTypeModel => "Object",
        MapTypeModel { Value.Type: JsonTypeModel } => "Map",
        ListTypeModel { Item.Type: JsonTypeModel } => "Anys",
        ListTypeModel { Item: { IsNullable: false, Constraints.Count: 0 } item } => item.Type switch
        {
            ScalarTypeModel { Kind: ScalarKind.Text } => "Texts",
            ScalarTypeModel { Kind: ScalarKind.Integer } => "Integers",
            DeclaredTypeModel { Kind: DeclaredKind.Enum } => "Enums",
            DeclaredTypeModel or ScalarUnionTypeModel => "Objects",
            _ => null,
        },
        _ => null,
    };

    private void Statements(MemberModel member, string access)
    {
        var name = Literal.Text(Literal.WellFormed(member.WireName));
        switch (member.Presence)
        {
            case MemberPresence.OptionalNullable:
                writer.Open($"if ({access}.IsSet)");
                OrNull(name, member.Type, access + ".Value");
                writer.Close();
                break;
            case MemberPresence.Optional:
                Given(access, given => Named(name, member.Type, given));
                break;
            case MemberPresence.Required when member.Type.IsNullable && member.Type.Type is not JsonTypeModel:
                OrNull(name, member.Type, access);
                break;
            default:
                writer.Line($"__call.Name({name});");
                if (types.IsReference(member.Type.Type))
                    writer.Line($"__call.Required({access});");
                Value(member.Type, access);
                break;
        }
    }

    private void Named(string name, TypeUse type, string access)
    {
        if (MethodOf(type.Type) is { } method)
        {
            var last = type.Type is FileTypeModel file ? file.AcceptsText ? ", true" : ", false" : "";
            string[] links = [$"{method}({name}, {access}{last})", .. Checks(type, access, isOptional: false)];
            writer.Line($"__call.{string.Join(".", links)};");
            return;
        }

        writer.Line($"__call.Name({name});");
        Value(type, access);
    }

    private void OrNull(string name, TypeUse type, string access)
    {
        if (type.Type is ScalarUnionTypeModel)
        {
            writer.Line($"__call.ValueOrNull({name}, {access});");
            return;
        }

        Given(access, given => Named(name, type, given));
        writer.Open("else").Line($"__call.Null({name});").Close();
    }

    private void Given(string access, Action<string> write)
    {
        var given = Local("given");
        writer.Open($"if ({access} is {{ }} {given})");
        write(given);
        writer.Close();
    }

    /// <param name="type">The type of the values.</param>
    /// <param name="access">The expression that reads the pairs.</param>
    /// <param name="described">The names that are refused; none for a map.</param>
    private void Pairs(TypeUse type, string access, params string[] described)
    {
        var names = described.Length == 0 ? null : Local("described");
        if (names is not null)
            writer.Line($"var {names} = {Literal.Texts(described)};");
        var pair = Local("pair");
        writer.Open($"foreach (var {pair} in {access})")
            .Line(names is null ? $"__call.Key({pair}.Key);" : $"__call.OtherKey({pair}.Key, {names});");
        Item(type, pair + ".Value");
        writer.Close();
    }

    private void Item(TypeUse type, string access)
    {
        if (type.IsNullable && type.Type is ScalarUnionTypeModel)
        {
            writer.Line($"__call.ValueItemOrNull({access});");
            return;
        }

        var item = Local("item");
        writer.Line($"var {item} = {access};");
        if (!type.IsNullable || type.Type is JsonTypeModel)
        {
            if (type.Type is ListTypeModel or MapTypeModel)
                writer.Line($"__call.Required({item});");
            Value(type, item);
            return;
        }

        Given(item, given => Value(type, given));
        writer.Open("else").Line("__call.Null();").Close();
    }

    private static string Item(TypeModel type, string access) => type switch
    {
        FileTypeModel file => $"FileItem({access}, {(file.AcceptsText ? "true" : "false")})",
        ScalarUnionTypeModel => $"ValueItem({access})",
        DeclaredTypeModel { Kind: DeclaredKind.Enum } => $"EnumItem({access})",
        DeclaredTypeModel { Kind: DeclaredKind.Union } => $"ValueItem({access})",
        DeclaredTypeModel => $"ObjectItem({access})",
        _ => $"Item({access})",
    };

    private IEnumerable<string> Checks(TypeUse type, string access, bool isOptional)
    {
        if (!checks)
            yield break;
        var value = type.Type is DeclaredTypeModel ? access + (isOptional ? "?" : "") + ".ToString()" : access;
        foreach (var constraint in type.Constraints)
        {
            var operand = constraint.Regex is { } regex
                ? Literal.Text(regex) + (regex == constraint.Operand ? "" : ", " + Literal.Text(constraint.Operand))
                : type.Type is ScalarTypeModel { Kind: ScalarKind.Number } ? constraint.Operand + "d"
                : type.Type is ScalarTypeModel { Kind: ScalarKind.Integer } ? constraint.Operand + "L"
                : constraint.Operand;
            yield return $"{constraint.Kind}({value}, {operand})";
        }
    }

    private string Local(string name) => "__" + name + (++_locals).ToString(CultureInfo.InvariantCulture);
}
