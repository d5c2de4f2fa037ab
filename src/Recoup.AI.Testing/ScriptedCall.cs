using System.Text.Json;

namespace Recoup.AI.Testing;

/// <summary>A tool call of a script.</summary>
/// <param name="Tool">The name of the tool, or the slug of its action.</param>
/// <param name="Arguments">The arguments, an object.</param>
/// <param name="IsTyped">Whether the arguments have the form of the action, not of the tool.</param>
internal sealed record ScriptedCall(string Tool, JsonElement Arguments, bool IsTyped);
