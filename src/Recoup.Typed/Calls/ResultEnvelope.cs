using System.Text.Json;

namespace Recoup.Typed;

/// <summary>The parts of an executed action's response.</summary>
/// <param name="Result">The result as received.</param>
/// <param name="Data">The payload of an envelope with all three members, else the result.</param>
/// <param name="Payload">The payload that a view reads: also that of an envelope of <c>data</c> and <c>successful</c> alone.</param>
/// <param name="Successful">False if the response reports that the action failed.</param>
/// <param name="Error">The reason that the action gave for its failure.</param>
internal sealed record ResultEnvelope(JsonElement Result, JsonElement Data, JsonElement Payload, bool Successful, string? Error);
