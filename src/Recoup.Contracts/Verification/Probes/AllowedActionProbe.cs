using Recoup.Contracts.Deployed;

namespace Recoup.Contracts.Verification.Probes;

/// <summary>Calls of actions that the live catalog lists as connected, with parameters that their schemas accept.</summary>
internal sealed class AllowedActionProbe() : ExecutionProbe(18, "allow-listed actions")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        foreach (var call in run.Calls.Where(call => call.IsConnected))
        {
            var request = call.Request(run.Api.Routes, run.Options.Account, call.Parameters);
            var answer = await CallAsync(run, call, request, call.Parameters, cancellation).ConfigureAwait(false);
            call.ReachesService = answer.Status is 200 or 500 or 502;
            var isListedStill = answer.Status != 404 || await IsListedAsync(run, call, cancellation).ConfigureAwait(false);
            if (!isListedStill)
                run.Notes.Add(new Note(NoteKind.Suspect, $"{call.Slug} was listed, then returned 404, and is no longer listed: there was an outage, or a connection was lost. Try again later"));
            run.Sightings.AddRange(ExecutionSightings.Of(run, $"{Id} ({call.Slug})", request, answer, isListedStill));
            if (answer.Status == 200 && !ExecutionSightings.LacksResult(answer))
                BodyCheck.Check(run, Id, run.Api.Routes.Execute, answer.Json);
        }
    }

    private static async Task<bool> IsListedAsync(ProbeRun run, AllowedCall call, CancellationToken cancellation)
    {
        var answer = await LiveList.FetchAsync(run.Api, run.Api.Routes.ListActions, run.Options.Account, cancellation).ConfigureAwait(false);
        return LiveCatalog.Read(run.Api, answer).Catalog!.Actions.Any(action => action.Slug == call.Slug);
    }
}
