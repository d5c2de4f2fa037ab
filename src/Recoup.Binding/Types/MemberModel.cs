namespace Recoup.Binding.Types;

/// <summary>A parameter of a method or a property of a class.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Name">The C# name, without an <c>@</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Presence">When it is written.</param>
/// <param name="Documentation">The documentation.</param>
/// <param name="Constant">The JSON that is written for the caller, for <see cref="MemberPresence.Constant"/>.</param>
internal sealed record MemberModel(
    string WireName, string Name, TypeUse Type, MemberPresence Presence, DocumentationModel Documentation, string? Constant = null)
{
    /// <summary>The only messages that contain the member, if its type is in requests and in responses.</summary>
    public MemberAccess Access { get; init; }
}

/// <summary>When a member is written.</summary>
internal enum MemberPresence
{
    /// <summary>Always; a nullable one as null when it is null.</summary>
    Required,

    /// <summary>Unless it is null: null is not a value, or the server's default is null.</summary>
    Optional,

    /// <summary>When it was set, also to null: <c>Optional&lt;T?&gt;</c>.</summary>
    OptionalNullable,

    /// <summary>Always, with its only value; the caller does not see it.</summary>
    Constant,
}

/// <summary>The documentation in a schema. All of it is untrusted text.</summary>
/// <param name="Description">The description; may be empty.</param>
/// <param name="Default">The default as JSON, or null.</param>
/// <param name="Notes">Bounds and allowed values in words; may be empty.</param>
/// <param name="Examples">Examples as JSON, one a line; may be empty.</param>
/// <param name="IsDeprecated">Whether the schema says that it is deprecated.</param>
internal sealed record DocumentationModel(
    string Description, string? Default = null, string Notes = "", string Examples = "", bool IsDeprecated = false)
{
    /// <summary>No documentation.</summary>
    public static DocumentationModel None { get; } = new("");
}
