using Recoup.Contracts.Live.Allowances;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Deployed;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Calls allow-listed actions that the live catalog lists as connected, with parameters that their schemas accept.</summary>
internal sealed class AllowedActionProbe() : ExecutionProbe(18, "allow-listed actions")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        foreach (var call in run.Calls.Where(call => call.IsConnected))
        {
            var request = call.Request(run.Api.Routes, run.Options.Account, call.Parameters);
            var clock = run.Options.Diff.TimeProvider;
            var (time, started) = (clock.GetUtcNow(), clock.GetTimestamp());
            var response = await CallAsync(run, call, request, call.Parameters, cancellation).ConfigureAwait(false);
            run.Recorder?.Record(call.Slug, call.Parameters, run.Options.Account, response, time, clock.GetElapsedTime(started));
            call.ReachesService = response.Status is 200 or 500 or 502;
            var isListedStill = response.Status != 404 || await IsListedAsync(run, call, cancellation).ConfigureAwait(false);
            if (!isListedStill)
            {
                run.Notes.Add(new Note(
                    NoteKind.Suspect,
                    $"{call.Slug} was listed, then returned 404, and is no longer listed: there was an outage (D6), or a connection was "
                        + "lost. Try again later"));
            }

            var step = new ProbeStep(Id) { Slug = call.Slug };
            run.Observations.AddRange(ExecutionObservations.Of(run.Api, run.Options.Account, step, request, response, isListedStill));
            if (response.Status == 200 && !ExecutionObservations.LacksResult(response))
                BodyCheck.Check(run, Id, run.Api.Routes.Execute, response.Json);
        }
    }

    private static async Task<bool> IsListedAsync(ProbeRun run, AllowedCall call, CancellationToken cancellation)
    {
        var response = await LiveList.FetchAsync(run.Api, run.Api.Routes.ListActions, run.Options.Account, cancellation)
            .ConfigureAwait(false);
        return LiveCatalog.Read(run.Api, response).Catalog!.Actions.Any(action => action.Slug == call.Slug);
    }
}
