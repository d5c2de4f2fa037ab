using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>A type at the place of a parameter or property, as it is declared there.</summary>
internal readonly record struct Slot(TypeModel Type, SlotForm Form)
{
    /// <summary>A parameter, or a property that is set.</summary>
    public static Slot Of(MemberModel member) => new(member.Type.Type, member.Presence switch
    {
        MemberPresence.Optional => SlotForm.Nullable,
        MemberPresence.OptionalNullable => SlotForm.Optional,
        _ => member.Type.IsNullable ? SlotForm.Nullable : SlotForm.Bare,
    });

    /// <summary>A property of a view: lists, maps and JSON have a value for what is absent.</summary>
    public static Slot OfView(MemberModel member) =>
        new(member.Type.Type, IsInterface(member.Type.Type) || member.Type.Type is JsonTypeModel ? SlotForm.Bare : SlotForm.Nullable);

    /// <summary>What callers have at hand for a parameter: a value, and an <c>Optional</c> where nothing else converts to it.</summary>
    public static Slot Given(MemberModel member) =>
        new(member.Type.Type, member.Presence == MemberPresence.OptionalNullable && IsInterface(member.Type.Type) ? SlotForm.Optional : SlotForm.Bare);

    public static bool IsInterface(TypeModel type) => type is ListTypeModel or MapTypeModel;
}
