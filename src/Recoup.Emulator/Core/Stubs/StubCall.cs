using System.Text.Json;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>A call for which a stub is searched.</summary>
internal sealed record StubCall(string Slug, EmulatedAccount Account, JsonElement Parameters, RequestLifetime Lifetime);
