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
    private readonly ConcurrentDictionary<CatalogEntry, (ResultSample Sample, string? Reason)> _samples = new();

    /// <summary>A sample of an action's result; null if it is not described, or its schema cannot be compiled.</summary>
    /// <exception cref="RecoupEmulatorException">There is no sample, or it would take too much work.</exception>
    public ResultSample? Of(CatalogEntry entry, SchemaWork work)
    {
        if (entry.Result?.Schema is not { } schema)
            return null;
        if (!_samples.TryGetValue(entry, out var known))
        {
            var failure = work.TrySample(schema, ids.Number("result", entry.Action.Slug), out var sample);
            known = failure is null ? (Read(sample), null) : (default, failure.Value.Reason);
            if (failure is not { IsFinal: false })
                _samples[entry] = known;
        }

        return known.Reason is null
            ? known.Sample
            : throw new RecoupEmulatorException(
                $"No result of {entry.Action.Slug} can be sampled from its schema: {known.Reason}. "
                + $"Script one: emulator.On(\"{entry.Action.Slug}\").Returns(new {{ … }});");
    }

    private static ResultSample Read(JsonElement sample) => sample.ValueKind == JsonValueKind.Object && ResultEnvelope.Is(sample)
        ? new(ResultEnvelope.Succeeded(sample), IsEnvelope: true)
        : new(sample, IsEnvelope: false);
}
