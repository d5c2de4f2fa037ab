using System.Text.Json;
using Recoup.Contracts.Live.Allowances;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Runs;

/// <summary>The state that the probes of one verification share.</summary>
internal sealed class ProbeRun(LiveApi api, VerifyOptions options)
{
    public LiveApi Api => api;

    public VerifyOptions Options => options;

    /// <summary>The live catalog, which is fetched first.</summary>
    public required ContractDocument Catalog { get; init; }

    /// <summary>The response that the catalog was read from.</summary>
    public required JsonElement CatalogResponse { get; init; }

    /// <summary>Records the allowed calls; null if they are not recorded.</summary>
    public CallRecorder? Recorder { get; init; }

    /// <summary>The live list of connectors.</summary>
    public IReadOnlyList<LiveConnector> Connectors { get; set; } = [];

    /// <summary>The calls that the allow-list permits.</summary>
    public IReadOnlyList<AllowedCall> Calls { get; set; } = [];

    /// <summary>The ids of the probes that have sent a request or compared something.</summary>
    public HashSet<string> SentProbes { get; } = new(StringComparer.Ordinal);

    /// <summary>The requests that could have executed an action.</summary>
    public List<SentCall> Sent { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Note> Notes { get; } = [];
}
