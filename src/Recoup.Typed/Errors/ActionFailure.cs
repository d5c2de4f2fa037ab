using System.Text.Json;

namespace Recoup.Typed;

/// <summary>A failure that a successful response reports in its body.</summary>
/// <param name="Message">The reason that the action gave; null if it gave none.</param>
/// <param name="Result">The result as received.</param>
internal sealed record ActionFailure(string? Message, JsonElement Result);
