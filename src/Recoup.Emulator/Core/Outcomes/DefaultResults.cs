using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Emulator.Core.Catalog;
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
    private readonly ConcurrentDictionary<CatalogEntry, SampledResult?> _samples = new();

    public SampledResult Of(OutcomeContext context) =>
        _samples.GetOrAdd(context.Entry, static (entry, ids) => Sample(entry, ids), ids) ?? new(Echo(context), IsEnvelope: false);

    private static SampledResult? Sample(CatalogEntry entry, SeededIds ids)
    {
        if (entry.Result?.Schema?.CreateSample(ids.Number("result", entry.Action.Slug)) is not { ValueKind: JsonValueKind.Object } sample)
            return null;
        return ResultEnvelope.Is(sample) ? new(ResultEnvelope.Succeeded(sample), IsEnvelope: true) : new(sample, IsEnvelope: false);
    }

    private static JsonElement Echo(OutcomeContext context) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["slug"] = context.Slug,
        ["parameters"] = JsonNode.Parse(context.Parameters.GetRawText()),
    });
}
