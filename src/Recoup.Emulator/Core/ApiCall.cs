using System.Text.Json;

namespace Recoup.Emulator.Core;

/// <summary>A request that has passed authentication, reading and authorization.</summary>
internal sealed record ApiCall(ApiServices Api, Exchange Exchange, RequestLifetime Lifetime)
{
    /// <summary>The account the request acts for: the one it names, else the caller.</summary>
    public required EmulatedAccount Owner { get; init; }

    public required bool NamesAccount { get; init; }

    /// <summary>The body, of the operation's shape; undefined where the operation has none.</summary>
    public required JsonElement Body { get; init; }

    public string Text(string member) => Body.GetProperty(member).GetString()!;
}
