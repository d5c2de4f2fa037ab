using Recoup.Binding.Types;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Api;

/// <summary>Bound types of a document as C# text.</summary>
/// <param name="container">The namespace or class that holds the declared ones.</param>
internal sealed class ApiTypeSyntax(string container)
{
    public string Of(TypeUse use) => Bare(use.Type) + (use.IsNullable && use.Type is not JsonTypeModel ? "?" : "");

    public string Of(MemberModel member) => member.Presence switch
    {
        MemberPresence.Optional => Bare(member.Type.Type) + "?",
        MemberPresence.OptionalNullable => $"{TypedNames.Optional}<{Bare(member.Type.Type)}?>",
        _ => Of(member.Type),
    };

    public string Bare(TypeModel type) => type switch
    {
        ListTypeModel list => $"global::System.Collections.Generic.IReadOnlyList<{Of(list.Item)}>",
        MapTypeModel map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Of(map.Value)}>",
        FileTypeModel => TypedNames.StagedFile,
        DeclaredTypeModel declared => container + "." + declared.Name,
        ScalarTypeModel scalar => TypeSyntax.Scalar(scalar.Kind),
        _ => TypedNames.JsonElement,
    };

    public static bool IsValueType(TypeModel type) => type is JsonTypeModel || !TypeSyntax.IsReference(type);
}
