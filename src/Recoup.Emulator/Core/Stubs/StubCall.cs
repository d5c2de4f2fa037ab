using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>A call for which a stub is searched.</summary>
/// <param name="Slug">The slug of the action.</param>
/// <param name="Account">The account that the call acts for.</param>
/// <param name="Parameters">The parameters as sent.</param>
/// <param name="Lifetime">Ends the wait for conditions.</param>
/// <param name="Work">The work of the schema engine that the request has left.</param>
internal sealed record StubCall(
    string Slug, EmulatedAccount Account, JsonElement Parameters, RequestLifetime Lifetime, SchemaWork Work);
