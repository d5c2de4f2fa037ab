using Recoup.Binding.Api;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Emits the class of an object in the document. The class can write itself to a body, be read from a body, or both.</summary>
internal static class ApiClassEmitter
{
    private const string AdditionalName = "AdditionalProperties";

    public static void Emit(SourceWriter writer, TypeSyntax types, ClassDeclarationModel @class, ApiTypeModel use, ApiOptions options)
    {
        Documentation.Summary(
            writer, Documentation.Describe(@class.Documentation, "An object of the OpenAPI document, which does not describe it."));
        writer.Mark(@class).Open($"{options.Visibility} sealed partial class {@class.Name}");
        var members = @class.Members.Where(member => member.Presence != MemberPresence.Constant).ToArray();
        foreach (var member in members)
        {
            Documentation.Summary(
                writer,
                Documentation.Describe(member.Documentation, $"The member {member.WireName}, which the document does not describe.")
                    + AccessNote(member.Access));
            var required = member.Presence == MemberPresence.Required ? "required " : "";
            var type = IsRequiredInRequests(member) ? types.Bare(member.Type.Type) + "?" : types.Of(member);
            writer.Mark(Deprecation.IsMarked(member)).Line($"public {required}{type} {member.Name} {{ get; init; }}").Line();
        }

        if (@class.Additional is { } additional)
        {
            Documentation.Summary(writer, "Members that the document does not define, by name.");
            writer.Line(
                $"public global::System.Collections.Generic.IReadOnlyDictionary<string, {types.Of(additional)}>? {AdditionalName} {{ get; "
                    + $"init; }}").Line();
        }

        if (use.IsRead)
            EmitRead(writer, types, @class, members);
        if (use.IsRead && use.IsWritten)
            writer.Line();
        if (use.IsWritten)
            EmitWrite(writer, @class);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, TypeSyntax types, ClassDeclarationModel @class, MemberModel[] members)
    {
        var name = types.Bare(new DeclaredTypeModel(@class.Name, DeclaredKind.Class));
        writer.Line($"internal static {name} __Read({TypedNames.ResponseElement} __json) => new {name}").OpenBrace();
        foreach (var member in members)
        {
            if (member.Access != MemberAccess.Request)
                writer.Line($"{member.Name} = {new ReadEmitter(types).Member(member)},");
            else if (member.Presence == MemberPresence.Required)
                writer.Line($"{member.Name} = null,");
        }

        if (@class.Additional is { } additional)
        {
            var described = Literal.Texts(@class.Members.Select(member => member.WireName));
            writer.Line($"{AdditionalName} = __json.ReadOthers({new ReadEmitter(types).Function(additional)}, {described}),");
        }

        writer.Close(";");
    }

    private static void EmitWrite(SourceWriter writer, ClassDeclarationModel @class)
    {
        writer.Open($"internal void __Write(global::System.Text.Json.Utf8JsonWriter __writer)").Line("__writer.WriteStartObject();");
        var values = new WriteEmitter(writer);
        foreach (var member in @class.Members.Where(member => member.Access != MemberAccess.Response))
            values.Member(member, isNullable: IsRequiredInRequests(member));
        if (@class.Additional is { } additional)
            values.Additional(additional, AdditionalName, [.. @class.Members.Select(member => member.WireName)]);
        writer.Line("__writer.WriteEndObject();").Close();
    }

    // A response does not contain the member, so its property is null there.
    private static bool IsRequiredInRequests(MemberModel member) =>
        member is { Access: MemberAccess.Request, Presence: MemberPresence.Required };

    private static string AccessNote(MemberAccess access) => access switch
    {
        MemberAccess.Response => "\nOnly responses contain it; it is not sent.",
        MemberAccess.Request => "\nOnly requests contain it; it is null in a response.",
        _ => "",
    };
}
