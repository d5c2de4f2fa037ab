using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits the class of an object with properties. The class writes itself to a call and reads itself from stored JSON.</summary>
internal static class ClassEmitter
{
    private const string AdditionalName = "AdditionalProperties";

    public static void Emit(SourceWriter writer, TypeSyntax types, ClassDeclarationModel @class, bool checks)
    {
        var self = types.Bare(new DeclaredTypeModel(@class.Name, DeclaredKind.Class));
        Documentation.Summary(writer, Documentation.Describe(@class.Documentation, "An object of the catalog."));
        writer.Mark(@class).Line(TypedNames.ParameterConverter)
            .Open($"public sealed class {@class.Name} : {TypedNames.ParameterObject}, {TypedNames.ParameterObjectOf}<{self}>");
        var members = @class.Members.Where(member => member.Presence != MemberPresence.Constant).ToArray();
        foreach (var member in members)
        {
            Documentation.Summary(writer, Documentation.Describe(member.Documentation, member.WireName));
            var required = member.Presence == MemberPresence.Required ? "required " : "";
            writer.Mark(Deprecation.IsMarked(member)).Line($"public {required}{types.Of(member)} {member.Name} {{ get; init; }}").Line();
        }

        if (@class.Additional is { } additional)
        {
            Documentation.Summary(writer, "Properties that the catalog does not describe, by name.");
            writer.Line(
                $"public global::System.Collections.Generic.IReadOnlyDictionary<string, {types.Of(additional)}>? {AdditionalName} {{ get; "
                    + $"init; }}").Line();
        }

        writer.Line($"void {TypedNames.ParameterValue}.WriteTo({TypedNames.CallWriter} __call)");
        new CallEmitter(writer, types, checks).Body(
            "__call.StartObject()",
            local: "__call",
            [.. @class.Members.Select(member => (member, "this." + member.Name))],
            @class.Additional is { } rest ? (rest, "this." + AdditionalName) : null,
            "EndObject()");
        writer.Line();
        EmitRead(writer, types, @class, members, self);
        writer.Close();
    }

    private static void EmitRead(SourceWriter writer, TypeSyntax types, ClassDeclarationModel @class, MemberModel[] members, string self)
    {
        writer.Line($"static {self} {TypedNames.ParameterObjectOf}<{self}>.Read({TypedNames.ResponseElement} __json)");
        var constants = @class.Members.Where(member => member.Presence == MemberPresence.Constant).Select(CallEmitter.Constant)
            .ToArray();
        if (constants.Length > 0)
            writer.OpenBrace().Line($"__json.{string.Join(".", constants)};").Open($"return new {self}");
        else
            writer.Indent().Line($"=> new {self}").Outdent().OpenBrace();
        foreach (var member in members)
            writer.Line($"{member.Name} = {new ReadEmitter(types, readsParameters: true).Member(member)},");
        if (@class.Additional is { } additional)
        {
            var described = Literal.Texts(@class.Members.Select(member => member.WireName));
            var read = new ReadEmitter(types, readsParameters: true).Function(additional);
            writer.Line($"{AdditionalName} = __json.ReadOthers({read}, {described}),");
        }

        writer.Close(";");
        if (constants.Length > 0)
            writer.Close();
    }
}
