using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Effects;
using Recoup.Contracts.Documents.Source;
using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts.Listing;

/// <summary>Writes an action as a programmer calls it: the C# signature, the parameters, the types and the result.</summary>
internal static class ActionText
{
    private const int LongestSignature = 100;

    public static void Write(ContractDocument document, CatalogAction action, TextWriter output)
    {
        var (model, @class) = new BoundCatalog(document).Find(action.Slug)!.Value;
        var method = BoundMethod.Of(@class, model);
        var text = new TextLines(output);
        text.Line($"{action.Slug} ({action.ConnectorSlug}, {(action.IsConnected ? "connected" : "not connected")})");
        text.Line($"effect: {StatedEffect.WordOf(action.Effect)}{(action.IsEffectInferred ? ", inferred from the slug" : "")}");
        if (model.IsDeprecated)
            text.Line("deprecated");
        if (action.Description.Length > 0)
            text.Line(action.Description);
        text.Blank();
        WriteSignature(text, method);
        WriteMembers(text, "parameters", method.Parameters, @class.Written);
        WriteTypes(text, method);
        text.Blank();
        text.Line("result");
        text.Line(action.OutputParameters is null
            ? "  JSON: not described"
            : $"  {@class.Read.Of(method.Result!.Value)}");
    }

    private static void WriteSignature(TextLines text, BoundMethod method)
    {
        var start = $"ActionCall<{method.Class.Read.Of(method.Result!.Value)}> {method.Name}(";
        var parameters = method.Parameters.Select(parameter => Declare(parameter, method.Class.Written)).ToList();
        var line = $"{start}{string.Join(", ", parameters)})";
        if (line.Length <= LongestSignature)
        {
            text.Line(line);
            return;
        }

        text.Line(start);
        for (var at = 0; at < parameters.Count; at++)
            text.Line($"    {parameters[at]}{(at < parameters.Count - 1 ? "," : ")")}");
    }

    private static string Declare(MemberModel parameter, CSharpTypes types) =>
        $"{types.Of(parameter)} {CSharpText.Identifier(parameter.Name)}{parameter.Presence switch
        {
            MemberPresence.Optional => " = null",
            MemberPresence.OptionalNullable => " = default",
            _ => "",
        }}";

    private static void WriteTypes(TextLines text, BoundMethod method)
    {
        foreach (var type in Documents.Source.DeclaredTypes.Of(method, withResult: true))
        {
            switch (method.Class.Types[type.Name].Declaration)
            {
                case EnumDeclarationModel values:
                    text.Blank();
                    text.Line($"enum {type.Name}, open for other values");
                    foreach (var value in values.Values)
                        text.Line(value.Name == value.WireValue ? $"  {value.Name}" : $"  {value.Name}  \"{value.WireValue}\"");
                    break;
                case ClassDeclarationModel @class:
                    WriteMembers(text, $"class {type.Name}", @class.Members, method.Class.Written);
                    break;
                case ViewDeclarationModel view:
                    WriteMembers(text, $"view {type.Name}", view.Members, method.Class.Read);
                    break;
                case UnionDeclarationModel union:
                    text.Blank();
                    text.Line($"union {type.Name}: {string.Join(" or ", union.Branches.Select(method.Class.Written.Of))}");
                    break;
            }
        }
    }

    private static void WriteMembers(TextLines text, string heading, IReadOnlyCollection<MemberModel> members, CSharpTypes types)
    {
        text.Blank();
        text.Line(members.Count == 0 ? $"{heading}: none" : heading);
        foreach (var member in members)
        {
            var wire = member.WireName == member.Name || member.WireName == BoundMethod.AdditionalWireName ? "" : $" \"{member.WireName}\"";
            text.Line($"  {member.Name}{wire}: {types.Of(member)}{(member.Presence == MemberPresence.Required ? ", required" : "")}");
            foreach (var line in Documentation(member.Documentation))
                text.Line($"      {line}");
        }
    }

    private static IEnumerable<string> Documentation(DocumentationModel documentation)
    {
        if (documentation.IsDeprecated)
            yield return "deprecated";
        if (documentation.Description.Length > 0)
            yield return documentation.Description;
        if (documentation.Notes.Length > 0)
            yield return documentation.Notes;
        if (documentation.Default is { } value)
            yield return $"default: {value}";
    }
}
