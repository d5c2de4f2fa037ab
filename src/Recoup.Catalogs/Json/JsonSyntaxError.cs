namespace Recoup.Catalogs.Json;

/// <summary>Why a text is not JSON.</summary>
/// <param name="Message">The reason: one sentence without a period.</param>
/// <param name="Offset">The byte offset of the error in the UTF-8 text.</param>
internal sealed record JsonSyntaxError(string Message, int Offset)
{
    /// <summary>Whether the text ends too early, so that nothing follows the error.</summary>
    public bool IsCut { get; init; }
}
