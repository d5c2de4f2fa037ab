using System.Text.Json;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Core.Operations;

/// <summary>A request that has passed authentication, reading and authorization.</summary>
internal sealed record ApiCall(ApiServices Api, Exchange Exchange, RequestLifetime Lifetime)
{
    /// <summary>The account that the request acts for: the one it names, else the caller's.</summary>
    public required EmulatedAccount Owner { get; init; }

    public required bool NamesAccount { get; init; }

    /// <summary>The body, which has the operation's shape; undefined if the operation has no body.</summary>
    public required JsonElement Body { get; init; }

    public string Text(string member) => Body.GetProperty(member).GetString()!;
}
