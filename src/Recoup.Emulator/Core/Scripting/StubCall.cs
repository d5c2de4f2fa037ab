using System.Text.Json;

namespace Recoup.Emulator.Core.Scripting;

/// <summary>A call that looks for a stub.</summary>
internal sealed record StubCall(string Slug, EmulatedAccount Account, JsonElement Parameters);
