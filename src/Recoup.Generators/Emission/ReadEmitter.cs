using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>Emits expressions that read values from the JSON of a response or of a stored parameter.</summary>
/// <param name="types">The C# types of the values.</param>
/// <param name="readsParameters">Whether the values are parameters of an action; the others belong to an OpenAPI document.</param>
internal sealed class ReadEmitter(TypeSyntax types, bool readsParameters = false)
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
        var name = Literal.Text(Literal.WellFormed(member.WireName));
        var isReference = types.IsReference(member.Type.Type);
        var bare = member.Type with { IsNullable = false };
        return member.Presence switch
        {
            // Any JSON is valid for this member, also a missing value.
            _ when member.Type.Type is JsonTypeModel && readsParameters => $"__json.Node({name})",
            MemberPresence.Required when member.Type.Type is JsonTypeModel => $"__json.Any({name})",
            MemberPresence.Required => Value(member.Type, $"__json.Required({name})"),
            MemberPresence.OptionalNullable =>
                $"__json.{(isReference ? "OptionalOrNull" : "OptionalOrNullValue")}({name}, {Function(bare)})",
            _ when OptionalMethod(member.Type.Type) is { } method => $"__json.{method}({name})",
            _ => $"__json.{(isReference ? "Optional" : "OptionalValue")}({name}, {Function(bare)})",
        };
    }

    // The members that the runtime reads without a function, which takes a field and a method in the assembly.
    private string? OptionalMethod(TypeModel type) => type switch
    {
        ScalarTypeModel { Kind: ScalarKind.Text } => "OptionalString",
        ScalarTypeModel { Kind: ScalarKind.Integer } => "OptionalInteger",
        ScalarTypeModel { Kind: ScalarKind.Number } => "OptionalNumber",
        ScalarTypeModel { Kind: ScalarKind.Boolean } => "OptionalBoolean",
        DeclaredTypeModel { Kind: DeclaredKind.Enum } => $"OptionalEnum<{types.Bare(type)}>",
        DeclaredTypeModel { Kind: DeclaredKind.Class } when readsParameters => $"OptionalObject<{types.Bare(type)}>",
        ListTypeModel { Item: { IsNullable: false, Type: ScalarTypeModel { Kind: ScalarKind.Text } } } => "OptionalStrings",
        ListTypeModel { Item: { IsNullable: false, Type: DeclaredTypeModel { Kind: DeclaredKind.Class } item } } when readsParameters =>
            $"OptionalObjects<{types.Bare(item)}>",
        _ => null,
    };

    private string Value(TypeUse type, string access) => type.IsNullable && type.Type is not JsonTypeModel
        ? $"{access}.{(types.IsReference(type.Type) ? "OrNull" : "ValueOrNull")}({Function(type with { IsNullable = false })})"
        : Value(type.Type, access);

    private string Value(TypeModel type, string access) => type switch
    {
        ListTypeModel list => $"{access}.ReadArray({Function(list.Item)})",
        MapTypeModel map => $"{access}.ReadMap({Function(map.Value)})",
        FileTypeModel { AcceptsText: true } => $"{access}.ReadFileOrAddress()",
        FileTypeModel => $"{access}.ReadFile()",
        ScalarUnionTypeModel => $"{access}.ReadScalar<{types.Bare(type)}>()",
        DeclaredTypeModel { Kind: DeclaredKind.Enum } => $"{access}.ReadEnum<{types.Bare(type)}>()",
        DeclaredTypeModel { Kind: DeclaredKind.Union } => $"{access}.ReadUnion<{types.Bare(type)}>()",
        DeclaredTypeModel when readsParameters => $"{access}.ReadObject<{types.Bare(type)}>()",
        DeclaredTypeModel => $"{types.Bare(type)}.__Read({access})",
        ScalarTypeModel scalar => $"{access}.{Scalar(scalar.Kind)}()",
        _ => access + (readsParameters ? ".ReadNode()" : ".Json"),
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
