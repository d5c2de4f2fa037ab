using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Actions;

/// <summary>Emits the method of an action.</summary>
internal static class MethodEmitter
{
    public static void Emit(SourceWriter writer, TypeSyntax types, ResultEmitter results, ActionModel action, bool checks)
    {
        var parameters = action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant).ToArray();
        Describe(writer, action, parameters);

        var result = $"{TypedNames.ActionCall}<{(action.Result is { } use ? results.Types.Of(use) : TypedNames.JsonElement)}>";
        writer.Mark(action.IsDeprecated).Line($"[{TypedNames.ActionAttribute}({Literal.Text(action.Slug)})]");
        var declarations = parameters.Select(parameter => Declare(types, parameter)).ToList();
        if (action.Additional is { } additional)
            declarations.Add(
                $"global::System.Collections.Generic.IReadOnlyDictionary<string, {types.Of(additional)}>? {ActionModel.AdditionalName} = "
                    + $"null");

        if (declarations.Count == 0)
        {
            writer.Line($"public static {result} {action.MethodName}()");
        }
        else
        {
            writer.Line($"public static {result} {action.MethodName}(").Indent();
            for (var i = 0; i < declarations.Count; i++)
                writer.Line(declarations[i] + (i < declarations.Count - 1 ? "," : ")"));
            writer.Outdent();
        }

        new CallEmitter(writer, types, checks).Body(
            $"{TypedNames.CallWriter}.Start({Literal.Text(action.Slug)})",
            local: null,
            [.. action.Parameters.Select(parameter => (parameter, Keyword.Escape(parameter.Name)))],
            action.Additional is { } rest ? (rest, ActionModel.AdditionalName) : null,
            results.End(action.Result));
    }

    private static void Describe(SourceWriter writer, ActionModel action, MemberModel[] parameters)
    {
        Documentation.Summary(writer, action.Description.Trim() is { Length: > 0 } description ? description : action.Title);
        var title = action.Title != action.Slug && action.Description.Trim().Length > 0 ? (string[])[action.Title] : [];
        var remarks = title.Concat(action.Rules.Select(rule => "Not checked: " + rule + ".")).ToArray();
        if (remarks.Length > 0)
            Documentation.Remarks(writer, string.Join("\n", remarks));
        foreach (var parameter in parameters)
            Documentation.Parameter(writer, parameter.Name, Documentation.Describe(parameter.Documentation, parameter.WireName));
        if (action.Additional is not null)
            Documentation.Parameter(writer, ActionModel.AdditionalName, "Parameters that the catalog does not describe, by name.");
    }

    private static string Declare(TypeSyntax types, MemberModel parameter) =>
        $"{types.Of(parameter)} {Keyword.Escape(parameter.Name)}" + parameter.Presence switch
        {
            MemberPresence.Optional => " = null",
            MemberPresence.OptionalNullable => " = default",
            _ => "",
        };
}
