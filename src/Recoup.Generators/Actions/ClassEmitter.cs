using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits the class of an object with properties. The class writes itself to a call.</summary>
internal static class ClassEmitter
{
    private const string AdditionalName = "AdditionalProperties";

    public static void Emit(SourceWriter writer, TypeSyntax types, ClassDeclarationModel @class, bool checks)
    {
        Documentation.Summary(writer, Documentation.Describe(@class.Documentation, "An object of the catalog."));
        writer.Open($"public sealed class {@class.Name} : {TypedNames.ParameterValue}");
        foreach (var member in @class.Members.Where(member => member.Presence != MemberPresence.Constant))
        {
            Documentation.Summary(writer, Documentation.Describe(member.Documentation, member.WireName));
            var required = member.Presence == MemberPresence.Required ? "required " : "";
            writer.Line($"public {required}{types.Of(member)} {member.Name} {{ get; init; }}").Line();
        }

        if (@class.Additional is { } additional)
        {
            Documentation.Summary(writer, "Properties that the catalog does not describe, by name.");
            writer.Line(
                $"public global::System.Collections.Generic.IReadOnlyDictionary<string, {types.Of(additional)}>? {AdditionalName} {{ get; "
                    + $"init; }}").Line();
        }

        writer.Open($"void {TypedNames.ParameterValue}.WriteTo({TypedNames.CallWriter} __call)").Line("__call.StartObject();");
        var values = new ValueEmitter(writer, types, checks);
        foreach (var member in @class.Members)
            values.Member(member, "this." + member.Name);
        if (@class.Additional is { } rest)
            values.Additional(rest, "this." + AdditionalName);
        writer.Line("__call.EndObject();").Close().Close();
    }
}
