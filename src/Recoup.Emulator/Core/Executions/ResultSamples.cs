using System.Collections.Concurrent;
using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Core.Executions;

/// <summary>A sampled result, and whether it already is the provider's envelope.</summary>
internal readonly record struct ResultSample(JsonElement Value, bool IsEnvelope);

/// <summary>
/// Samples of the actions' result schemas, as results of unscripted executions. Equal seeds and slugs give equal samples.
/// </summary>
internal sealed class ResultSamples(SeededIds ids)
{
    private readonly ConcurrentDictionary<CatalogEntry, ResultSample?> _samples = new();

    /// <summary>A sample of an action's result; null if it is not described.</summary>
    public ResultSample? Of(CatalogEntry entry) => _samples.GetOrAdd(entry, static (entry, ids) => Sample(entry, ids), ids);

    private static ResultSample? Sample(CatalogEntry entry, SeededIds ids)
    {
        var sample = entry.Result?.Schema?.CreateSample(ids.Number("result", entry.Action.Slug));
        if (sample is not { } result)
            return null;
        return result.ValueKind == JsonValueKind.Object && ResultEnvelope.Is(result)
            ? new(ResultEnvelope.Succeeded(result), IsEnvelope: true)
            : new(result, IsEnvelope: false);
    }
}
