using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits the view of a part of a result. The properties of a view read from the JSON when they are used.</summary>
internal static class ViewEmitter
{
    public static void Emit(SourceWriter writer, ResultEmitter results, ViewDeclarationModel view)
    {
        var self = results.Types.Bare(new DeclaredTypeModel(view.Name, DeclaredKind.View));
        Documentation.Summary(writer, Documentation.Describe(view.Documentation, "A part of a result."));
        writer.Mark(view).Line(TypedNames.ViewConverter)
            .Open($"public sealed class {view.Name} : {TypedNames.ResultView}, {TypedNames.IResultView}<{self}>");
        foreach (var member in view.Members)
        {
            if (member.Documentation.Description.Trim().Length > 0)
                Documentation.Summary(writer, Documentation.Describe(member.Documentation, ""));
            writer.Mark(Deprecation.IsMarked(member))
                .Line($"public {TypeOf(results, member.Type.Type)} {member.Name} => {results.Member(member)};");
        }

        writer.Close();
    }

    // A missing list or map is empty, and missing JSON is Undefined; every other missing value is null.
    private static string TypeOf(ResultEmitter results, TypeModel type) =>
        results.Types.Bare(type) + (type is ListTypeModel or MapTypeModel or JsonTypeModel ? "" : "?");
}
