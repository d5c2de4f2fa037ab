using System.Text.Json.Nodes;
using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Runs;

/// <summary>
/// Something that is asked of a live API. What it sends can execute no action: it lists, or it is refused before an action is looked up, or
/// the action it names cannot exist. <see cref="ExecutionProbe"/> alone calls actions that may exist: those of the allow-list.
/// </summary>
internal abstract class Probe(int number, string title)
{
    /// <summary>Its id, P1 to P15 and P17 to P20; P16 is the comparison with a stored catalog.</summary>
    public string Id { get; } = FormattableString.Invariant($"P{number}");

    public string Title => title;

    /// <summary>Asks, and writes down what is seen.</summary>
    /// <exception cref="LiveApiException">No answer came that says anything.</exception>
    public abstract Task RunAsync(ProbeRun run, CancellationToken cancellation);

    /// <summary>Sends a request and writes down what its answer shows.</summary>
    /// <exception cref="LiveApiException">No answer came that says anything.</exception>
    protected async Task AskAsync(ProbeRun run, ProbeRequest request, CancellationToken cancellation) =>
        Judge(run, request, await run.Api.SendAsync(request.Request, cancellation).ConfigureAwait(false));

    /// <summary>Writes down what an answer shows.</summary>
    /// <exception cref="LiveApiException">It says nothing.</exception>
    protected void Judge(ProbeRun run, ProbeRequest request, LiveResponse response) => run.Observations.AddRange(ResponseJudge.Judge(run.Api, Id, request, response));

    protected static string Json(params (string Name, JsonNode Value)[] members) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))).ToJsonString();
}
