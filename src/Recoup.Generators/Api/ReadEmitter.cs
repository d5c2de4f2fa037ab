using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Emits expressions that read values from a response.</summary>
internal sealed class ReadEmitter(TypeSyntax types)
{
    private int _depth;

    /// <summary>Returns a function that converts an element to a value.</summary>
    public string Function(TypeUse type)
    {
        var name = "__json" + (++_depth).ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The return type of the function is inferred: without the cast it would be an array instead of a list.
        var cast = type.Type is ListTypeModel or MapTypeModel ? $"({types.Of(type)})" : "";
        var function = $"static {name} => {cast}{Value(type, name)}";
        _depth--;
        return function;
    }

    /// <summary>Returns an expression that reads a member of an object.</summary>
    public string Member(MemberModel member)
    {
        var name = Literal.Text(member.WireName);
        var isReference = types.IsReference(member.Type.Type);
        var bare = member.Type with { IsNullable = false };
        return member.Presence switch
        {
            // Any JSON is valid for this member, also a missing value.
            MemberPresence.Required when member.Type.Type is JsonTypeModel => $"__json.Any({name})",
            MemberPresence.Required => Value(member.Type, $"__json.Required({name})"),
            MemberPresence.OptionalNullable =>
                $"__json.{(isReference ? "OptionalOrNull" : "OptionalOrNullValue")}({name}, {Function(bare)})",
            _ => $"__json.{(isReference ? "Optional" : "OptionalValue")}({name}, {Function(bare)})",
        };
    }

    private string Value(TypeUse type, string access) => type.IsNullable && type.Type is not JsonTypeModel
        ? $"{access}.{(types.IsReference(type.Type) ? "OrNull" : "ValueOrNull")}({Function(type with { IsNullable = false })})"
        : Value(type.Type, access);

    private string Value(TypeModel type, string access) => type switch
    {
        ListTypeModel list => $"{access}.ReadArray({Function(list.Item)})",
        MapTypeModel map => $"{access}.ReadMap({Function(map.Value)})",
        FileTypeModel => $"{access}.ReadFile()",
        DeclaredTypeModel { IsValueType: true } => $"({types.Bare(type)}){access}.ReadString()",
        DeclaredTypeModel => $"{types.Bare(type)}.__Read({access})",
        ScalarTypeModel scalar => $"{access}.{Scalar(scalar.Kind)}()",
        _ => access + ".Json",
    };

    private static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => "ReadString",
        ScalarKind.Integer => "ReadInteger",
        ScalarKind.Number => "ReadNumber",
        ScalarKind.Boolean => "ReadBoolean",
        ScalarKind.DateTime => "ReadDateTime",
        ScalarKind.Date => "ReadDate",
        ScalarKind.Uuid => "ReadGuid",
        _ => "ReadBytes",
    };
}
