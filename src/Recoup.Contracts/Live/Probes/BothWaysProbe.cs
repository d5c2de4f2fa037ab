using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Sends the key in its header and as a bearer token. Both must return the same actions.</summary>
internal sealed class BothWaysProbe() : Probe(5, "the key in either header")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        var operation = run.Api.Routes.ListActions;
        var response = await LiveList.FetchAsync(run.Api, operation, run.Options.Account, cancellation, Credential.KeyAsToken)
            .ConfigureAwait(false);
        var byToken = ContractDocument.Read(response.Body, run.Api.Address.ToString()).Catalog?.Actions.Select(action => action.Slug) ?? [];
        var difference = run.Catalog.Catalog!.Actions.Select(action => action.Slug)
            .Except(byToken)
            .Concat(byToken.Except(run.Catalog.Catalog.Actions.Select(action => action.Slug)))
            .ToList();
        if (difference.Count > 0)
        {
            run.Observations.Add(new Observation(
                null, ObservedBehavior.Other, new ProbeStep(Id) { Name = Title }, $"{operation.Method} {operation.Path}",
                $"the lists for the key and for the same key as a bearer token differ in {string.Join(", ", difference.Take(5))}",
                 "the same actions"));
        }
    }
}
