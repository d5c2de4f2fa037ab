using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>The C# of bound types, and the implicit conversions between them (C# specification, section 10.2).</summary>
/// <param name="types">The types that the class declares. Conversions are those of the later class.</param>
/// <param name="json">The C# type of untyped JSON.</param>
/// <param name="container">What code outside the class writes before the name of a declared type.</param>
internal sealed class CSharpTypes(IReadOnlyDictionary<string, BoundType> types, string json, string container = "")
{
    public string Of(TypeUse use) => Of(use.Type) + (IsNullable(use) ? "?" : "");

    public string Of(MemberModel member) => Of(SlotOf(member));

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
        DeclaredTypeModel declared => container + declared.Name,
        ScalarUnionTypeModel union => union.Name,
        _ => json,
    };

    /// <summary>The compiler's error for a type name: CS0426 if the class no longer declares a part of it.</summary>
    public string? ErrorOfName(TypeModel type) => DeclaredTypes.In(type).All(types.ContainsKey) ? null : "CS0426";

    /// <summary>Whether every argument for one parameter can be passed to the other one.</summary>
    public bool Fits(MemberModel before, MemberModel after) => Converts(GivenOf(before), SlotOf(after));

    /// <summary>Whether an argument that is not null can be passed to the other parameter.</summary>
    public bool FitsValue(MemberModel before, MemberModel after) =>
        GivenOf(before).Form != SlotForm.Optional && Converts(new Slot(before.Type.Type, SlotForm.Bare), SlotOf(after));

    /// <summary>The compiler's error if a caller assigns its value to a property; null if the value converts.</summary>
    public string? ErrorOfSet(MemberModel before, MemberModel after) =>
        ErrorOfAssignment(GivenOf(before), SlotOf(after), before.Type.Type);

    /// <summary>Whether a value that is not null can be assigned to the other property.</summary>
    public bool SetsValue(MemberModel before, MemberModel after) => FitsValue(before, after) && ErrorOfName(before.Type.Type) is null;

    /// <summary>The compiler's error if a property is read as its earlier type; null if it converts.</summary>
    public string? ErrorOfRead(Slot now, Slot was) => ErrorOfAssignment(now, was, was.Type);

    /// <summary>The compiler's error if a value of one type is assigned to another type; null if it converts.</summary>
    public string? ErrorOfAssignment(TypeModel from, TypeModel to) =>
        ErrorOfAssignment(new Slot(from, SlotForm.Bare), new Slot(to, SlotForm.Bare), from);

    private string? ErrorOfAssignment(Slot from, Slot to, TypeModel named) =>
        ErrorOfName(named) ?? (Converts(from, to) ? null : CastsTo(from, to) ? "CS0266" : "CS0029");

    /// <summary>Whether two types are the same to the compiler, which only warns about a different nullability of references.</summary>
    public bool IsSame(TypeModel one, TypeModel other) => (one, other) switch
    {
        (ListTypeModel a, ListTypeModel b) => IsSame(a.Item, b.Item),
        (MapTypeModel a, MapTypeModel b) => IsSame(a.Value, b.Value),
        _ => Of(one) == Of(other),
    };

    public bool IsSame(TypeUse one, TypeUse other) =>
        IsSame(one.Type, other.Type) && (IsNullable(one) == IsNullable(other) || !IsValueType(one.Type));

    /// <summary>The slot of a parameter, or of a property that programs set.</summary>
    public Slot SlotOf(MemberModel member) => WithNull(member, Slot.Of(member));

    private Slot GivenOf(MemberModel member) => WithNull(member, Slot.Given(member));

    // A JsonElement has a value for null, so only an optional one has a question mark.
    private Slot WithNull(MemberModel member, Slot slot) =>
        member is { Presence: MemberPresence.Required, Access: not MemberAccess.Request, Type.IsNullable: true } && !IsNullable(member.Type)
            ? slot with { Form = SlotForm.Bare }
            : slot;

    private bool IsNullable(TypeUse use) => use.IsNullable && !(use.Type is JsonTypeModel && json == "JsonElement");

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
        ScalarUnionTypeModel union => ScalarUnions.Accepts(union, from),
        _ => false,
    };

    private bool Takes(TypeModel branch, TypeModel from) => branch switch
    {
        ScalarTypeModel { Kind: ScalarKind.Number } => from is ScalarTypeModel { Kind: ScalarKind.Number or ScalarKind.Integer },
        ListTypeModel or MapTypeModel => false,
        DeclaredTypeModel { IsValueType: true } => IsSame(branch, from) || IsText(from),
        _ => IsSame(branch, from),
    };

    /// <summary>Whether an explicit conversion exists, in which case the compiler reports CS0266 instead of CS0029.</summary>
    private bool CastsTo(Slot from, Slot to)
    {
        if (to.Form == SlotForm.Optional)
            return from.Form != SlotForm.Optional && IsWider(to.Type, from.Type);
        if (from.Form == SlotForm.Optional)
            return false;
        return IsSame(from.Type, to.Type) || IsWider(from.Type, to.Type) || IsWider(to.Type, from.Type) || Converts(from.Type, to.Type)
            || (from.Type, to.Type) switch
            {
                (JsonTypeModel, ScalarTypeModel { Kind: not (ScalarKind.Date or ScalarKind.Bytes) }) => !IsValueType(from.Type),
                (JsonTypeModel node, var other) when Slot.IsInterface(other) => !IsValueType(node),
                (var other, JsonTypeModel node) when Slot.IsInterface(other) => !IsValueType(node),
                (ScalarTypeModel { Kind: ScalarKind.Number }, DeclaredTypeModel or ScalarUnionTypeModel) =>
                    Converts(new ScalarTypeModel(ScalarKind.Integer), to.Type),
                _ => Slot.IsInterface(from.Type) && Slot.IsInterface(to.Type),
            };
    }

    private bool IsValueType(TypeModel type) =>
        type is ScalarTypeModel { Kind: not ScalarKind.Text } or ScalarUnionTypeModel
        || (type is JsonTypeModel && json == "JsonElement")
        || (type is DeclaredTypeModel declared && IsValueType(declared));

    // The name may now declare another kind of type.
    private bool IsValueType(DeclaredTypeModel declared) => types.TryGetValue(declared.Name, out var now)
        ? now.Declaration is EnumDeclarationModel or UnionDeclarationModel
        : declared.IsValueType;

    private static bool IsWider(TypeModel from, TypeModel to) =>
        from is ScalarTypeModel { Kind: ScalarKind.Integer } && to is ScalarTypeModel { Kind: ScalarKind.Number };

    private static bool IsText(TypeModel type) => type is ScalarTypeModel { Kind: ScalarKind.Text };
}
