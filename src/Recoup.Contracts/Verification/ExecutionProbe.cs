using System.Text.Json;

namespace Recoup.Contracts.Verification;

/// <summary>A probe that calls allow-listed actions; without an allow-list it sends nothing.</summary>
internal abstract class ExecutionProbe(int number, string title) : Probe(number, title)
{
    /// <summary>Calls, and writes down that it did: a report tells whatever could have been executed.</summary>
    protected async Task<LiveAnswer> CallAsync(ProbeRun run, AllowedCall call, LiveRequest request, JsonElement parameters, CancellationToken cancellation)
    {
        var answer = await run.Api.SendAsync(request, cancellation).ConfigureAwait(false);
        run.Sent.Add(new SentCall(Id, call.Slug, run.Api.Redact(JsonText(parameters)), answer.Status));
        return answer;
    }

    private static string JsonText(JsonElement parameters) => Normalization.CanonicalJson.Of(parameters);
}
