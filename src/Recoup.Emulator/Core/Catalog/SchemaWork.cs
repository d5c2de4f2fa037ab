using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>
/// The work of the schema engine for one request. All validations and samples of the request share its steps, so that a hostile catalog
/// cannot make a request expensive.
/// </summary>
internal sealed class SchemaWork
{
    /// <summary>As many steps as one evaluation may take by default, about a second.</summary>
    public const long StepsOfRequest = 20_000_000;

    private long _left = StepsOfRequest;

    /// <summary>The steps that are left.</summary>
    public long Left => _left;

    public IReadOnlyList<Violation> Validate(JsonSchema schema, JsonElement instance) => schema.Validate(instance, ref _left).Violations;

    /// <summary>Creates a sample, or says why there is none.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="seed">The seed of the sample.</param>
    /// <param name="sample">The sample if the method returns true.</param>
    /// <returns>Why there is no sample, and whether that is so in every request; null if there is one.</returns>
    public (string Reason, bool IsFinal)? TrySample(JsonSchema schema, int seed, out JsonElement sample)
    {
        if (schema.TryCreateSample(new SampleOptions { Seed = seed }, ref _left, out sample, out var reason))
            return null;
        return _left > 0
            ? (reason, true)
            : (FormattableString.Invariant($"the schemas of the action take more than {StepsOfRequest} steps in one request"), false);
    }
}
