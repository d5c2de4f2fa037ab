using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits statements that write values to a call. Locals start with two underscores, which no parameter does.</summary>
internal sealed class ValueEmitter(SourceWriter writer, TypeSyntax types, bool checks)
{
    private int _locals;

    /// <summary>Writes a member of an object.</summary>
    public void Member(MemberModel member, string access)
    {
        var name = Literal.Utf8(member.WireName);
        switch (member.Presence)
        {
            case MemberPresence.Constant:
                writer.Line($"__call.WriteRaw({name}, {Literal.Utf8(member.Constant!)});");
                break;
            case MemberPresence.Required when member.Type.IsNullable && member.Type.Type is not JsonTypeModel:
                OrNull(name, member.Type, access);
                break;
            case MemberPresence.Required:
                if (!HasNamedOverload(member.Type) && member.Type.Type is not JsonTypeModel && types.IsReference(member.Type.Type))
                    RefuseNull(access);
                Named(name, member.Type, access);
                break;
            case MemberPresence.Optional when HasNamedOverload(member.Type):
                writer.Line($"__call.WriteOptional({name}, {access});");
                Checks(member.Type, access);
                break;
            case MemberPresence.Optional:
                Given(access, given => Named(name, member.Type, given));
                break;
            case MemberPresence.OptionalNullable:
                writer.Open($"if ({access}.IsSet)");
                OrNull(name, member.Type, access + ".Value");
                writer.Close();
                break;
        }
    }

    /// <summary>Writes the additional members of an object.</summary>
    public void Additional(TypeUse type, string access) => Given(access, given => Pairs(type, given));

    /// <summary>Writes a value of a list, a map or a union.</summary>
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
            case FileTypeModel file:
                writer.Line($"__call.File({access}, {(file.AcceptsText ? "true" : "false")});");
                break;
            default:
                writer.Line($"__call.Value({access});");
                break;
        }

        Checks(type, access);
    }

    private void Named(string name, TypeUse type, string access)
    {
        if (HasNamedOverload(type))
        {
            writer.Line($"__call.Write({name}, {access});");
            Checks(type, access);
            return;
        }

        writer.Line($"__call.Name({name});");
        Value(type, access);
    }

    private void OrNull(string name, TypeUse type, string access)
    {
        Given(access, given => Named(name, type, given));
        writer.Open("else").Line($"__call.WriteNull({name});").Close();
    }

    private void Given(string access, Action<string> write)
    {
        var given = Local("given");
        writer.Open($"if ({access} is {{ }} {given})");
        write(given);
        writer.Close();
    }

    private void Pairs(TypeUse type, string access)
    {
        var pair = Local("pair");
        writer.Open($"foreach (var {pair} in {access})").Line($"__call.Name({pair}.Key);");
        Item(type, pair + ".Value");
        writer.Close();
    }

    private void Item(TypeUse type, string access)
    {
        var item = Local("item");
        writer.Line($"var {item} = {access};");
        if (!type.IsNullable || type.Type is JsonTypeModel)
        {
            if (type.Type is ListTypeModel or MapTypeModel)
                RefuseNull(item);
            Value(type, item);
            return;
        }

        Given(item, given => Value(type, given));
        writer.Open("else").Line("__call.Null();").Close();
    }

    private void RefuseNull(string access) => writer.Line($"__call.Required({access});");

    private void Checks(TypeUse type, string access)
    {
        if (!checks)
            return;
        foreach (var constraint in type.Constraints)
        {
            var operand = constraint.Regex is { } regex
                ? Literal.Text(regex) + (regex == constraint.Operand ? "" : ", " + Literal.Text(constraint.Operand))
                : type.Type is ScalarTypeModel { Kind: ScalarKind.Number } ? constraint.Operand + "d"
                : type.Type is ScalarTypeModel { Kind: ScalarKind.Integer } ? constraint.Operand + "L"
                : constraint.Operand;
            writer.Line($"__call.{constraint.Kind}({access}, {operand});");
        }
    }

    private string Local(string name) => "__" + name + (++_locals).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool HasNamedOverload(TypeUse type) => IsTextList(type)
        || type.Type is ScalarTypeModel { Kind: ScalarKind.Text or ScalarKind.Integer or ScalarKind.Number or ScalarKind.Boolean };

    private static bool IsTextList(TypeUse type) => type.Type is ListTypeModel
    {
        Item: { IsNullable: false, Type: ScalarTypeModel { Kind: ScalarKind.Text }, Constraints.Count: 0 },
    };
}
