using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>Bound types as C#, and which converts to which without a cast (C# specification, section 10.2).</summary>
/// <param name="types">The types that the class declares; conversions are those of the new one.</param>
/// <param name="json">What JSON of any form is called.</param>
internal sealed class CSharpTypes(IReadOnlyDictionary<string, BoundType> types, string json)
{
    public string Of(TypeUse use) => Of(use.Type) + (use.IsNullable ? "?" : "");

    public string Of(MemberModel member) => Of(Slot.Of(member));

    public string Of(Slot slot) => slot.Form switch
    {
        SlotForm.Nullable => Of(slot.Type) + "?",
        SlotForm.Optional => $"Optional<{Of(slot.Type)}?>",
        _ => Of(slot.Type),
    };

    public string Of(TypeModel type) => type switch
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
        _ => json,
    };

    /// <summary>What the compiler says of a type's name: CS0426 where the class declares a part of it no longer.</summary>
    public string? ErrorOfName(TypeModel type) => DeclaredTypes.In(type).All(types.ContainsKey) ? null : "CS0426";

    /// <summary>Whether an argument as callers of the one parameter have it fits the other one.</summary>
    /// <remarks>
    /// Callers have values, not nulls: of a <c>long?</c> they have a <c>long</c>. No conversion of one's own starts at an interface, so a list
    /// for an <c>Optional</c> is given as one.
    /// </remarks>
    public bool Fits(MemberModel before, MemberModel after) => Converts(Slot.Given(before), Slot.Of(after));

    /// <summary>What the compiler says where a value as callers have it is assigned to a property; null where it converts.</summary>
    public string? ErrorOfSet(MemberModel before, MemberModel after) => ErrorOfAssignment(Slot.Given(before), Slot.Of(after), before.Type.Type);

    /// <summary>What the compiler says where a property is read as what it was; null where it converts.</summary>
    public string? ErrorOfRead(Slot now, Slot was) => ErrorOfAssignment(now, was, was.Type);

    /// <summary>What the compiler says where a value of one type is assigned to another; null where it converts.</summary>
    public string? ErrorOfAssignment(TypeModel from, TypeModel to) => ErrorOfAssignment(new Slot(from, SlotForm.Bare), new Slot(to, SlotForm.Bare), from);

    private string? ErrorOfAssignment(Slot from, Slot to, TypeModel named) =>
        ErrorOfName(named) ?? (Converts(from, to) ? null : CastsTo(from, to) ? "CS0266" : "CS0029");

    /// <summary>Whether two types are one to the compiler, which only warns where references differ in nullability.</summary>
    public bool IsSame(TypeModel one, TypeModel other) => (one, other) switch
    {
        (ListTypeModel a, ListTypeModel b) => IsSame(a.Item, b.Item),
        (MapTypeModel a, MapTypeModel b) => IsSame(a.Value, b.Value),
        _ => Of(one) == Of(other),
    };

    public bool IsSame(TypeUse one, TypeUse other) => IsSame(one.Type, other.Type) && (one.IsNullable == other.IsNullable || !IsValueType(one.Type));

    private bool Converts(Slot from, Slot to)
    {
        if (to.Form == SlotForm.Optional)
        {
            return from.Form == SlotForm.Optional ? IsSame(from.Type, to.Type)
                : !Slot.IsInterface(from.Type) && (IsSame(from.Type, to.Type) || IsWider(from.Type, to.Type));
        }

        if (from.Form == SlotForm.Optional || (from.Form == SlotForm.Nullable && to.Form == SlotForm.Bare && IsValueType(from.Type)))
            return false;
        return IsSame(from.Type, to.Type) || IsWider(from.Type, to.Type) || Converts(from.Type, to.Type);
    }

    private bool Converts(TypeModel from, TypeModel to) => to switch
    {
        FileTypeModel => IsText(from),
        JsonTypeModel => !IsValueType(to) && from is ScalarTypeModel { Kind: not (ScalarKind.Date or ScalarKind.Bytes) },
        DeclaredTypeModel declared => types.GetValueOrDefault(declared.Name)?.Declaration switch
        {
            EnumDeclarationModel => IsText(from),
            UnionDeclarationModel union => union.Branches.Any(branch => Takes(branch.Type, from)),
            _ => false,
        },
        _ => false,
    };

    private bool Takes(TypeModel branch, TypeModel from) => branch switch
    {
        ScalarTypeModel { Kind: ScalarKind.Number } => from is ScalarTypeModel { Kind: ScalarKind.Number or ScalarKind.Integer },
        ListTypeModel or MapTypeModel => false,
        DeclaredTypeModel { IsValueType: true } => IsSame(branch, from) || IsText(from),
        _ => IsSame(branch, from),
    };

    /// <summary>Whether a cast would do: the compiler then says so (CS0266 instead of CS0029).</summary>
    private bool CastsTo(Slot from, Slot to)
    {
        if (from.Form == SlotForm.Optional || to.Form == SlotForm.Optional)
            return false;
        return IsSame(from.Type, to.Type) || IsWider(from.Type, to.Type) || IsWider(to.Type, from.Type) || Converts(from.Type, to.Type)
            || (from.Type, to.Type) switch
            {
                (JsonTypeModel, ScalarTypeModel { Kind: not (ScalarKind.Date or ScalarKind.Bytes) }) => !IsValueType(from.Type),
                (JsonTypeModel node, var other) when Slot.IsInterface(other) => !IsValueType(node),
                (var other, JsonTypeModel node) when Slot.IsInterface(other) => !IsValueType(node),
                (ScalarTypeModel { Kind: ScalarKind.Number }, DeclaredTypeModel union) => Converts(new ScalarTypeModel(ScalarKind.Integer), union),
                _ => Slot.IsInterface(from.Type) && Slot.IsInterface(to.Type),
            };
    }

    private bool IsValueType(TypeModel type) => type is ScalarTypeModel { Kind: not ScalarKind.Text } or DeclaredTypeModel { IsValueType: true }
        || (type is JsonTypeModel && json == "JsonElement");

    private static bool IsWider(TypeModel from, TypeModel to) =>
        from is ScalarTypeModel { Kind: ScalarKind.Integer } && to is ScalarTypeModel { Kind: ScalarKind.Number };

    private static bool IsText(TypeModel type) => type is ScalarTypeModel { Kind: ScalarKind.Text };
}
