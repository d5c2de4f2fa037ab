namespace Recoup.Emulator.Core.Checks;

/// <summary>A member of a request body. No member may be null.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Kind">The kind of value that is allowed.</param>
/// <param name="IsRequired">Whether the member must be present.</param>
/// <param name="Examples">Values that the error for an empty string shows.</param>
internal sealed record BodyField(string Name, BodyFieldKind Kind, bool IsRequired = false, params string[] Examples);

internal enum BodyFieldKind
{
    /// <summary>A string that is not empty.</summary>
    Text,
    Object,
    Uri,
    FileUrl,
    AccountId,
}
