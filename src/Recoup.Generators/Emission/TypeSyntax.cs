using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>Bound types as C# text.</summary>
internal sealed class TypeSyntax(string connectorClass)
{
    public string Of(TypeUse use) => Bare(use.Type) + (use.IsNullable ? "?" : "");

    /// <summary>The type of a parameter or property: what may be left out is nullable or an <c>Optional</c>.</summary>
    public string Of(MemberModel member) => member.Presence switch
    {
        MemberPresence.Optional => Bare(member.Type.Type) + "?",
        MemberPresence.OptionalNullable => $"{TypedNames.Optional}<{Bare(member.Type.Type)}?>",
        _ => Of(member.Type),
    };

    public string Bare(TypeModel type) => type switch
    {
        ScalarTypeModel scalar => Scalar(scalar.Kind),
        ListTypeModel list => $"global::System.Collections.Generic.IReadOnlyList<{Of(list.Item)}>",
        MapTypeModel map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Of(map.Value)}>",
        FileTypeModel => TypedNames.StagedFile,
        DeclaredTypeModel declared => connectorClass + "." + declared.Name,
        _ => "global::System.Text.Json.Nodes.JsonNode",
    };

    public static bool IsReference(TypeModel type) => type switch
    {
        ScalarTypeModel scalar => scalar.Kind == ScalarKind.Text,
        DeclaredTypeModel declared => !declared.IsValueType,
        _ => true,
    };

    public static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => "string",
        ScalarKind.Integer => "long",
        ScalarKind.Number => "double",
        ScalarKind.Boolean => "bool",
        ScalarKind.DateTime => "global::System.DateTimeOffset",
        ScalarKind.Date => "global::System.DateOnly",
        ScalarKind.Uuid => "global::System.Guid",
        _ => "global::System.ReadOnlyMemory<byte>",
    };
}
