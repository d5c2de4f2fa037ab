using System.Text.Json;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>A call for which a stub is searched.</summary>
internal sealed record StubCall(string Slug, EmulatedAccount Account, JsonElement Parameters);
