using System.Collections.Concurrent;
using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A result and whether it is the provider's envelope already.</summary>
internal readonly record struct SampledResult(JsonElement Value, bool IsEnvelope);

/// <summary>
/// Results nobody scripted: samples of the actions' result schemas, where the catalog has them. The same for the same seed and slug.
/// </summary>
internal sealed class DefaultResults(SeededIds ids)
{
    private readonly ConcurrentDictionary<CatalogEntry, SampledResult?> _samples = new();

    /// <summary>The sample of an action's result, or null where there is nothing to sample.</summary>
    public SampledResult? Of(CatalogEntry entry) => _samples.GetOrAdd(entry, static (entry, ids) => Sample(entry, ids), ids);

    private static SampledResult? Sample(CatalogEntry entry, SeededIds ids)
    {
        if (entry.Result?.Schema?.CreateSample(ids.Number("result", entry.Action.Slug)) is not { ValueKind: JsonValueKind.Object } sample)
            return null;
        return ResultEnvelope.Is(sample) ? new(ResultEnvelope.Succeeded(sample), IsEnvelope: true) : new(sample, IsEnvelope: false);
    }
}
