namespace Recoup.Emulator.Core.Reading;

/// <summary>A member of a request body.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Kind">What it must be.</param>
/// <param name="IsRequired">Whether it may be left out. None may be null.</param>
/// <param name="Examples">Values to show to who sent an empty one.</param>
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
