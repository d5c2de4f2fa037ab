using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>A failure that a successful answer tells of.</summary>
/// <param name="Message">The action's words, where it has some.</param>
/// <param name="Result">The result that tells of it.</param>
internal sealed record ActionFailure(string? Message, JsonElement Result);
