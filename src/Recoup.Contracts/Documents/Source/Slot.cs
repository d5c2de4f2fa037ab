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
        _ => RequiredForm(member),
    });

    /// <summary>The slot of a property of a view. Lists, maps and JSON have a value for an absent member.</summary>
    public static Slot OfView(MemberModel member) =>
        new(member.Type.Type, IsInterface(member.Type.Type) || member.Type.Type is JsonTypeModel ? SlotForm.Bare : SlotForm.Nullable);

    /// <summary>
    /// The slot of the widest argument that callers pass: a value that may be null if the parameter takes null or can be omitted. C# has no
    /// user-defined conversion from an interface, so a list for an <c>Optional</c> is passed as an <c>Optional</c>.
    /// </summary>
    public static Slot Given(MemberModel member) => new(member.Type.Type, member.Presence switch
    {
        MemberPresence.OptionalNullable => IsInterface(member.Type.Type) ? SlotForm.Optional : SlotForm.Nullable,
        MemberPresence.Optional => SlotForm.Nullable,
        _ => RequiredForm(member),
    });

    public static bool IsInterface(TypeModel type) => type is ListTypeModel or MapTypeModel;

    // A response does not contain a member that only requests contain, so its property can be null.
    private static SlotForm RequiredForm(MemberModel member) =>
        member.Type.IsNullable || member.Access == MemberAccess.Request ? SlotForm.Nullable : SlotForm.Bare;
}
