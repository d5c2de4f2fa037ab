using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts;

/// <summary>
/// A value that demonstrates a change: the schema of one document accepts it, the schema of the other one rejects it. The engine has
/// checked both.
/// </summary>
/// <param name="Instance">The smallest value that was found: the parameters of an action, a result or a body.</param>
/// <param name="AcceptedBy">The document whose schema accepts the value: the earlier one for parameters, the later one for results.</param>
/// <param name="Violation">
/// Why the schema of the other document rejects the value: instance location, what was expected, and what was found.
/// </param>
public sealed record Witness(JsonElement Instance, Side AcceptedBy, string Violation)
{
    /// <summary>The document whose schema rejects the value.</summary>
    public Side RejectedBy => AcceptedBy == Side.Before ? Side.After : Side.Before;

    /// <summary>The value as compact JSON.</summary>
    public string Json => JsonSerializer.Serialize(Instance, JsonTypes.Default.JsonElement);
}
