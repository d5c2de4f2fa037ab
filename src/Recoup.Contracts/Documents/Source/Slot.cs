using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>The declared type of a parameter or property.</summary>
internal readonly record struct Slot(TypeModel Type, SlotForm Form)
{
    /// <summary>The slot of a parameter, or of a property that programs set.</summary>
    public static Slot Of(MemberModel member) => new(member.Type.Type, member.Presence switch
    {
        MemberPresence.Optional => SlotForm.Nullable,
        MemberPresence.OptionalNullable => SlotForm.Optional,
        _ => member.Type.IsNullable ? SlotForm.Nullable : SlotForm.Bare,
    });

    /// <summary>The slot of a property of a view. Lists, maps and JSON have a value for an absent member.</summary>
    public static Slot OfView(MemberModel member) =>
        new(member.Type.Type, IsInterface(member.Type.Type) || member.Type.Type is JsonTypeModel ? SlotForm.Bare : SlotForm.Nullable);

    /// <summary>The slot of the argument that callers pass: a value, or an <c>Optional</c> if nothing else converts to it.</summary>
    public static Slot Given(MemberModel member) =>
        new(
            member.Type.Type,
            member.Presence == MemberPresence.OptionalNullable && IsInterface(member.Type.Type) ? SlotForm.Optional : SlotForm.Bare);

    public static bool IsInterface(TypeModel type) => type is ListTypeModel or MapTypeModel;
}
