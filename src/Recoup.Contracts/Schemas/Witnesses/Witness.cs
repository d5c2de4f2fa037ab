using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts;

/// <summary>A value that shows a change: one document accepts it, the other rejects it. Both were asked.</summary>
/// <param name="Instance">The smallest value that was found: the parameters of an action, a result, a body.</param>
/// <param name="AcceptedBy">The document whose schema accepts it: the old one for parameters, the new one for results.</param>
/// <param name="Violation">Why the other document's schema rejects it: instance location, what was expected and what it holds.</param>
public sealed record Witness(JsonElement Instance, Side AcceptedBy, string Violation)
{
    /// <summary>The document whose schema rejects it.</summary>
    public Side RejectedBy => AcceptedBy == Side.Before ? Side.After : Side.Before;

    /// <summary>The value as compact JSON.</summary>
    public string Json => JsonSerializer.Serialize(Instance, JsonTypes.Default.JsonElement);
}
