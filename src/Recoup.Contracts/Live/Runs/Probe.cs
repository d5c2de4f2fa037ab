using System.Text.Json.Nodes;
using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Runs;

/// <summary>
/// A probe of a live API. Its requests cannot execute an action: they list, are rejected before an action is looked up, or name an action
/// that cannot exist. Only an <see cref="ExecutionProbe"/> calls actions that may exist, those of the allow-list.
/// </summary>
internal abstract class Probe(int number, string title)
{
    /// <summary>The id, P1 to P15 and P17 to P20. P16 is the comparison with a stored catalog.</summary>
    public string Id { get; } = FormattableString.Invariant($"P{number}");

    public string Title => title;

    /// <summary>Runs the probe and adds what it observes to the run.</summary>
    /// <exception cref="LiveApiException">There is no response, or one that cannot be judged.</exception>
    public abstract Task RunAsync(ProbeRun run, CancellationToken cancellation);

    /// <summary>Sends a request and adds what its response shows to the run.</summary>
    /// <exception cref="LiveApiException">There is no response, or one that cannot be judged.</exception>
    protected async Task AskAsync(ProbeRun run, ProbeRequest request, CancellationToken cancellation) =>
        Judge(run, request, await run.Api.SendAsync(request.Request, cancellation).ConfigureAwait(false));

    /// <summary>Adds what a response shows to the run.</summary>
    /// <exception cref="LiveApiException">The response cannot be judged.</exception>
    protected void Judge(ProbeRun run, ProbeRequest request, LiveResponse response) =>
        run.Observations.AddRange(ResponseJudge.Judge(run.Api, Id, request, response));

    protected static string Json(params (string Name, JsonNode Value)[] members) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))).ToJsonString();
}
