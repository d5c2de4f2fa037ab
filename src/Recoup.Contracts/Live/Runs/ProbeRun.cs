using System.Text.Json;
using Recoup.Contracts.Live.Allowances;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Runs;

/// <summary>What the probes of one verification share: what they ask, and what they have seen.</summary>
internal sealed class ProbeRun(LiveApi api, VerifyOptions options)
{
    public LiveApi Api => api;

    public VerifyOptions Options => options;

    /// <summary>The live catalog; fetched before anything else.</summary>
    public required ContractDocument Catalog { get; init; }

    /// <summary>The answer the catalog was read from.</summary>
    public required JsonElement CatalogResponse { get; init; }

    /// <summary>The live list of connectors.</summary>
    public IReadOnlyList<LiveConnector> Connectors { get; set; } = [];

    /// <summary>The calls that the allow-list permits.</summary>
    public IReadOnlyList<AllowedCall> Calls { get; set; } = [];

    /// <summary>The requests so far that could execute an action.</summary>
    public List<SentCall> Sent { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Note> Notes { get; } = [];
}
