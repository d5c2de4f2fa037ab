using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Live.Allowances;
using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Runs;

/// <summary>A probe that calls allow-listed actions. Without an allow-list it sends nothing.</summary>
internal abstract class ExecutionProbe(int number, string title) : Probe(number, title)
{
    /// <summary>Sends a call and records it, because a report lists everything that may have been executed.</summary>
    protected async Task<LiveResponse> CallAsync(
        ProbeRun run, AllowedCall call, LiveRequest request, JsonElement parameters, CancellationToken cancellation)
    {
        var response = await run.Api.SendAsync(request, cancellation).ConfigureAwait(false);
        run.Sent.Add(new SentCall(Id, call.Slug, run.Api.Redact(IndentedJson(parameters)), response.Status));
        return response;
    }

    private static string IndentedJson(JsonElement parameters) => CanonicalJson.Of(parameters);
}
