using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits the view of a part of a result. The properties of a view read from the JSON when they are used.</summary>
internal static class ViewEmitter
{
    public static void Emit(SourceWriter writer, ResultEmitter results, ViewDeclarationModel view)
    {
        var self = results.Types.Bare(new DeclaredTypeModel(view.Name, DeclaredKind.View));
        var contract = $"{TypedNames.IResultView}<{self}>";
        Documentation.Summary(writer, Documentation.Describe(view.Documentation, "A part of a result."));
        writer.Line(TypedNames.ViewConverter).Open($"public sealed class {view.Name} : {TypedNames.ResultView}, {contract}");
        var kept = view.Members.Where(member => IsKept(member.Type.Type)).ToArray();
        foreach (var member in kept)
            writer.Line($"private {results.Types.Bare(member.Type.Type)}? __{member.Name};");
        if (kept.Length > 0)
            writer.Line();

        writer.Xml("<summary>Creates a view of a JSON element of any kind.</summary>")
            .Xml("<param name=\"json\">The JSON element.</param>")
            .Line($"public {view.Name}({TypedNames.JsonElement} json)").Indent().Line(": base(json)").Outdent().OpenBrace().Close().Line();
        foreach (var member in view.Members)
        {
            Documentation.Summary(writer, Documentation.Describe(member.Documentation, member.WireName));
            var read = results.Member(member);
            writer.Line($"public {TypeOf(
                results,
                member.Type.Type)} {member.Name} => {(IsKept(member.Type.Type) ? $"this.__{member.Name} ??= {read}" : read)};").Line();
        }

        writer.Line($"static {self} {contract}.Over({TypedNames.JsonElement} json) => new {self}(json);").Close();
    }

    // A missing list or map is empty, and missing JSON is Undefined; every other missing value is null.
    private static string TypeOf(ResultEmitter results, TypeModel type) =>
        results.Types.Bare(type) + (type is ListTypeModel or MapTypeModel or JsonTypeModel ? "" : "?");

    // Lists, maps and nested views are created once and kept.
    private static bool IsKept(TypeModel type) => type is ListTypeModel or MapTypeModel or DeclaredTypeModel { IsValueType: false };
}
