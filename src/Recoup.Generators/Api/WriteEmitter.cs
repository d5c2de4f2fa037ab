using System.Globalization;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Emits statements that write values to a body. Locals start with two underscores, which no member does.</summary>
/// <param name="writer">The writer of the source.</param>
/// <param name="subject">The name of the body parameter, which errors use for a value that is not a member.</param>
internal sealed class WriteEmitter(SourceWriter writer, string subject = "")
{
    private int _locals;
    private string _subject = subject;

    /// <summary>Writes a member of an object.</summary>
    /// <param name="member">The member.</param>
    /// <param name="isNullable">Whether its property may be null although the member must have a value.</param>
    public void Member(MemberModel member, bool isNullable = false)
    {
        var name = Literal.Utf8(member.WireName);
        _subject = member.Name;
        var access = isNullable && (!member.Type.IsNullable || member.Type.Type is JsonTypeModel)
            ? new Access($"({Checked(new Access("this." + member.Name))})", IsNotNull: true)
            : new Access("this." + member.Name);
        switch (member.Presence)
        {
            case MemberPresence.Constant:
                writer.Line($"__writer.WritePropertyName({name});").Line($"__writer.WriteRawValue({Literal.Utf8(member.Constant!)});");
                break;
            case MemberPresence.Required:
                writer.Line($"__writer.WritePropertyName({name});");
                ValueOrNull(member.Type, access);
                break;
            case MemberPresence.Optional:
                Given(member.Type.Type, access, given => Named(name, member.Type, given));
                break;
            case MemberPresence.OptionalNullable:
                writer.Open($"if ({access.Text}.IsSet)").Line($"__writer.WritePropertyName({name});");
                ValueOrNull(member.Type with { IsNullable = true }, new Access(access.Text + ".Value"));
                writer.Close();
                break;
        }
    }

    /// <summary>Writes the additional members of an object.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="name">The property.</param>
    /// <param name="described">The names that the document describes, which are refused.</param>
    public void Additional(TypeUse type, string name, string[] described)
    {
        _subject = name;
        Given(new MapTypeModel(type), new Access("this." + name), given => Pairs(type, given.Text, described));
    }

    /// <summary>The pattern of a value that is not null. A union of single values may hold null.</summary>
    public static string Given(TypeModel type) => type is ScalarUnionTypeModel ? "{ IsNull: false }" : "{ }";

    /// <summary>Writes a value that the code before has compared with null.</summary>
    public void NotNull(TypeUse type, string access) => Value(type.Type, new Access(access, IsNotNull: true));

    /// <summary>Writes a value, or null if the schema allows null.</summary>
    public void ValueOrNull(TypeUse type, string access) => ValueOrNull(type, new Access(access));

    private void ValueOrNull(TypeUse type, Access access)
    {
        if (!type.IsNullable || type.Type is JsonTypeModel)
        {
            Value(type.Type, access);
            return;
        }

        Given(type.Type, access, given => Value(type.Type, given));
        writer.Open("else").Line("__writer.WriteNullValue();").Close();
    }

    private void Value(TypeModel type, Access access)
    {
        switch (type)
        {
            case ListTypeModel list:
                writer.Line("__writer.WriteStartArray();");
                var item = Local("item");
                writer.Open($"foreach (var {item} in {Checked(access)})");
                ValueOrNull(list.Item, new Access(item));
                writer.Close().Line("__writer.WriteEndArray();");
                break;
            case MapTypeModel map:
                writer.Line("__writer.WriteStartObject();");
                Pairs(map.Value, Checked(access));
                writer.Line("__writer.WriteEndObject();");
                break;
            case FileTypeModel:
                writer.Line($"{TypedNames.RequestJson}.Write(__writer, {Checked(access)});");
                break;
            case DeclaredTypeModel { Kind: DeclaredKind.Enum }:
                writer.Line($"__writer.WriteStringValue({access.Text}.ToString());");
                break;
            case DeclaredTypeModel:
                writer.Line($"{Checked(access, "({0})")}.__Write(__writer);");
                break;
            case ScalarTypeModel scalar:
                writer.Line(Scalar(scalar.Kind, access));
                break;
            default:
                writer.Line($"{TypedNames.RequestJson}.Write(__writer, {access.Text}, {Literal.Text(_subject)});");
                break;
        }
    }

    private void Named(string name, TypeUse type, Access access)
    {
        writer.Line($"__writer.WritePropertyName({name});");
        Value(type.Type, access);
    }

    private void Pairs(TypeUse type, string access, params string[] described)
    {
        var names = described.Length == 0 ? null : Local("described");
        if (names is not null)
            writer.Line($"var {names} = {Literal.Texts(described)};");
        var pair = Local("pair");
        writer.Open($"foreach (var {pair} in {access})").Line(names is null
            ? $"__writer.WritePropertyName({pair}.Key);"
            : $"{TypedNames.RequestJson}.WriteOtherKey(__writer, {pair}.Key, {names}, {Literal.Text(_subject)});");
        ValueOrNull(type, new Access(pair + ".Value"));
        writer.Close();
    }

    private void Given(TypeModel type, Access access, Action<Access> write)
    {
        var given = Local("given");
        writer.Open($"if ({access.Text} is {Given(type)} {given})");
        write(new Access(given, IsNotNull: true));
        writer.Close();
    }

    // Callers may have no nullable annotations: null is refused here and not sent as null.
    private string Checked(Access access, string form = "{0}") => access.IsNotNull
        ? access.Text
        : form.Replace("{0}", $"{access.Text} ?? throw new global::System.ArgumentNullException({Literal.Text(_subject)})");

    private string Scalar(ScalarKind kind, Access access) => kind switch
    {
        ScalarKind.Text => $"__writer.WriteStringValue({Checked(access)});",
        ScalarKind.Integer or ScalarKind.Number => $"__writer.WriteNumberValue({access.Text});",
        ScalarKind.Boolean => $"__writer.WriteBooleanValue({access.Text});",
        ScalarKind.DateTime or ScalarKind.Date => $"__writer.WriteStringValue({TypedNames.ParameterText}.Of({access.Text}));",
        ScalarKind.Uuid => $"__writer.WriteStringValue({access.Text});",
        _ => $"__writer.WriteBase64StringValue({access.Text}.Span);",
    };

    private string Local(string name) => "__" + name + (++_locals).ToString(CultureInfo.InvariantCulture);

    /// <param name="Text">The expression that reads the value.</param>
    /// <param name="IsNotNull">Whether the code before has compared it with null.</param>
    private readonly record struct Access(string Text, bool IsNotNull = false);
}
