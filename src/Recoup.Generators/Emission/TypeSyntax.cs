using Recoup.Binding.Types;

namespace Recoup.Generators.Emission;

/// <summary>
/// Writes bound types as C#. Declared types are nested in a container; a value of any JSON is a <c>JsonNode</c> or a <c>JsonElement</c>.
/// </summary>
internal sealed class TypeSyntax
{
    private readonly string _container;
    private readonly string _anyJson;
    private readonly bool _isAnyJsonReference;

    private TypeSyntax(string container, string anyJson, bool isAnyJsonReference) =>
        (_container, _anyJson, _isAnyJsonReference) = (container, anyJson, isAnyJsonReference);

    /// <summary>Any JSON is a <c>JsonNode</c>, which a caller can build.</summary>
    /// <param name="container">The class that contains the declared types.</param>
    public static TypeSyntax WithNodes(string container) =>
        new(container, "global::System.Text.Json.Nodes.JsonNode", isAnyJsonReference: true);

    /// <summary>Any JSON is a <c>JsonElement</c>, which has a value for null and for absent JSON.</summary>
    /// <param name="container">The namespace or class that contains the declared types.</param>
    public static TypeSyntax WithElements(string container) => new(container, TypedNames.JsonElement, isAnyJsonReference: false);

    public string Of(TypeUse use) => Bare(use.Type) + (use.IsNullable && (_isAnyJsonReference || use.Type is not JsonTypeModel) ? "?" : "");

    /// <summary>The type of a parameter or property. An optional one is nullable or an <c>Optional</c>.</summary>
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
        ScalarUnionTypeModel scalars => $"{TypedNames.Namespace}.{scalars.Name}",
        DeclaredTypeModel declared => _container + "." + declared.Name,
        _ => _anyJson,
    };

    public bool IsReference(TypeModel type) => type switch
    {
        ScalarTypeModel scalar => scalar.Kind == ScalarKind.Text,
        ScalarUnionTypeModel => false,
        DeclaredTypeModel declared => !declared.IsValueType,
        JsonTypeModel => _isAnyJsonReference,
        _ => true,
    };

    private static string Scalar(ScalarKind kind) => kind switch
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
