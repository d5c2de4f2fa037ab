using System.Globalization;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Emits the statements that write values into a body. Locals begin with two underscores, which no member does.</summary>
/// <param name="writer">Where to.</param>
/// <param name="subject">What errors call a value that is no member: the name of the body's parameter.</param>
internal sealed class WriteEmitter(SourceWriter writer, string subject = "")
{
    private int _locals;
    private string _subject = subject;
    private string? _known;

    /// <summary>Writes a member of an object.</summary>
    public void Member(MemberModel member)
    {
        var name = Literal.Utf8(member.WireName);
        var access = "this." + member.Name;
        _subject = member.Name;
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
                Given(access, given => Named(name, member.Type, given));
                break;
            case MemberPresence.OptionalNullable:
                writer.Open($"if ({access}.IsSet)").Line($"__writer.WritePropertyName({name});");
                ValueOrNull(member.Type with { IsNullable = true }, access + ".Value");
                writer.Close();
                break;
        }
    }

    /// <summary>Writes further members of an object.</summary>
    public void Additional(TypeUse type, string name)
    {
        _subject = name;
        Given("this." + name, given => Pairs(type, given));
    }

    /// <summary>Writes a value that is known not to be null.</summary>
    public void Given(TypeUse type, string access)
    {
        _known = access;
        Value(type.Type, access);
    }

    /// <summary>Writes a value, and null where the schema has it.</summary>
    public void ValueOrNull(TypeUse type, string access)
    {
        if (!type.IsNullable || type.Type is JsonTypeModel)
        {
            Value(type.Type, access);
            return;
        }

        Given(access, given => Value(type.Type, given));
        writer.Open("else").Line("__writer.WriteNullValue();").Close();
    }

    private void Value(TypeModel type, string access)
    {
        switch (type)
        {
            case ListTypeModel list:
                writer.Line("__writer.WriteStartArray();");
                var item = Local("item");
                writer.Open($"foreach (var {item} in {Checked(access)})");
                ValueOrNull(list.Item, item);
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
            case DeclaredTypeModel { IsValueType: true }:
                writer.Line($"__writer.WriteStringValue({access}.ToString());");
                break;
            case DeclaredTypeModel:
                writer.Line($"{Checked(access, "({0})")}.__Write(__writer);");
                break;
            case ScalarTypeModel scalar:
                writer.Line(Scalar(scalar.Kind, access));
                break;
            default:
                writer.Line($"{TypedNames.RequestJson}.Write(__writer, {access}, {Literal.Text(_subject)});");
                break;
        }
    }

    private void Named(string name, TypeUse type, string access)
    {
        writer.Line($"__writer.WritePropertyName({name});");
        Value(type.Type, access);
    }

    private void Pairs(TypeUse type, string access)
    {
        var pair = Local("pair");
        writer.Open($"foreach (var {pair} in {access})").Line($"__writer.WritePropertyName({pair}.Key);");
        ValueOrNull(type, pair + ".Value");
        writer.Close();
    }

    private void Given(string access, Action<string> write)
    {
        var given = Local("given");
        writer.Open($"if ({access} is {{ }} {given})");
        write(given);
        writer.Close();
    }

    // Nullable annotations are not everybody's: null is refused here and not sent as null.
    private string Checked(string access, string form = "{0}") => access == _known || access.StartsWith("__given", StringComparison.Ordinal)
        ? access
        : form.Replace("{0}", $"{access} ?? throw new global::System.ArgumentNullException({Literal.Text(_subject)})");

    private string Scalar(ScalarKind kind, string access) => kind switch
    {
        ScalarKind.Text => $"__writer.WriteStringValue({Checked(access)});",
        ScalarKind.Integer or ScalarKind.Number => $"__writer.WriteNumberValue({access});",
        ScalarKind.Boolean => $"__writer.WriteBooleanValue({access});",
        ScalarKind.DateTime or ScalarKind.Date => $"__writer.WriteStringValue({TypedNames.ParameterText}.Of({access}));",
        ScalarKind.Uuid => $"__writer.WriteStringValue({access});",
        _ => $"__writer.WriteBase64StringValue({access}.Span);",
    };

    private string Local(string name) => "__" + name + (++_locals).ToString(CultureInfo.InvariantCulture);
}
