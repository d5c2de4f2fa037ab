using Recoup.Binding.Types;

namespace Recoup.Contracts.Levels;

/// <summary>Bound types as C#, and which converts to which without a cast (C# specification, section 10.2).</summary>
internal static class CSharpType
{
    public static string Of(TypeUse use) => Of(use.Type) + (use.IsNullable ? "?" : "");

    public static string Of(MemberModel member) => member.Presence switch
    {
        MemberPresence.Optional => Of(member.Type.Type) + "?",
        MemberPresence.OptionalNullable => $"Optional<{Of(member.Type.Type)}?>",
        _ => Of(member.Type),
    };

    public static string Of(TypeModel type) => type switch
    {
        ScalarTypeModel { Kind: ScalarKind.Text } => "string",
        ScalarTypeModel { Kind: ScalarKind.Integer } => "long",
        ScalarTypeModel { Kind: ScalarKind.Number } => "double",
        ScalarTypeModel { Kind: ScalarKind.Boolean } => "bool",
        ScalarTypeModel { Kind: ScalarKind.DateTime } => "DateTimeOffset",
        ScalarTypeModel { Kind: ScalarKind.Date } => "DateOnly",
        ScalarTypeModel { Kind: ScalarKind.Uuid } => "Guid",
        ScalarTypeModel => "ReadOnlyMemory<byte>",
        ListTypeModel list => $"IReadOnlyList<{Of(list.Item)}>",
        MapTypeModel map => $"IReadOnlyDictionary<string, {Of(map.Value)}>",
        FileTypeModel => "StagedFile",
        DeclaredTypeModel declared => declared.Name,
        _ => "JsonNode",
    };

    /// <summary>Whether an argument as callers of the one parameter have it fits the other one.</summary>
    /// <remarks>
    /// Callers have values, not nulls: of a <c>long?</c> they have a <c>long</c>. No conversion of one's own starts at an interface, so a list
    /// for an <c>Optional</c> is given as one.
    /// </remarks>
    public static bool Fits(MemberModel old, MemberModel @new, IReadOnlyDictionary<string, DeclarationModel> declarations)
    {
        var (from, to) = (old.Type.Type, @new.Type.Type);
        var fromOptional = old.Presence == MemberPresence.OptionalNullable && IsInterface(from);
        if (@new.Presence == MemberPresence.OptionalNullable)
            return fromOptional ? IsSame(from, to) : !IsInterface(to) && (IsSame(from, to) || IsWider(from, to));
        return !fromOptional && (IsSame(from, to) || IsWider(from, to) || Converts(from, to, declarations));
    }

    /// <summary>Whether two types are one to the compiler, which only warns where references differ in nullability.</summary>
    public static bool IsSame(TypeModel one, TypeModel other) => (one, other) switch
    {
        (ListTypeModel a, ListTypeModel b) => IsSame(a.Item, b.Item),
        (MapTypeModel a, MapTypeModel b) => IsSame(a.Value, b.Value),
        _ => Of(one) == Of(other),
    };

    public static bool IsInterface(TypeModel type) => type is ListTypeModel or MapTypeModel;

    private static bool IsSame(TypeUse one, TypeUse other) => IsSame(one.Type, other.Type) && (one.IsNullable == other.IsNullable || !IsValueType(one.Type));

    private static bool IsValueType(TypeModel type) => type is ScalarTypeModel { Kind: not ScalarKind.Text } or DeclaredTypeModel { IsValueType: true };

    private static bool IsWider(TypeModel from, TypeModel to) =>
        from is ScalarTypeModel { Kind: ScalarKind.Integer } && to is ScalarTypeModel { Kind: ScalarKind.Number };

    private static bool Converts(TypeModel from, TypeModel to, IReadOnlyDictionary<string, DeclarationModel> declarations) => to switch
    {
        FileTypeModel => IsText(from),
        JsonTypeModel => from is ScalarTypeModel { Kind: not (ScalarKind.Date or ScalarKind.Bytes) },
        DeclaredTypeModel declared => declarations.GetValueOrDefault(declared.Name) switch
        {
            EnumDeclarationModel => IsText(from),
            UnionDeclarationModel union => union.Branches.Any(branch => Takes(branch.Type, from)),
            _ => false,
        },
        _ => false,
    };

    private static bool Takes(TypeModel branch, TypeModel from) => branch switch
    {
        ScalarTypeModel { Kind: ScalarKind.Number } => from is ScalarTypeModel { Kind: ScalarKind.Number or ScalarKind.Integer },
        ListTypeModel or MapTypeModel => false,
        DeclaredTypeModel { IsValueType: true } => IsSame(branch, from) || IsText(from),
        _ => IsSame(branch, from),
    };

    private static bool IsText(TypeModel type) => type is ScalarTypeModel { Kind: ScalarKind.Text };
}
