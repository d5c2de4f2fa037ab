using System.Text.Json.Nodes;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Acts for an account that the caller may read. The action cannot exist, so only access decides.</summary>
internal sealed class RosterAccountProbe() : Probe(17, "an account on the roster")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        if (run.Options.RosterAccount is not { } account)
            return;
        var routes = run.Api.Routes;
        foreach (var operation in (ApiOperation[])[routes.ListActions, routes.ListConnectors])
            await LiveList.FetchAsync(run.Api, operation, account, cancellation).ConfigureAwait(false);
        await AskAsync(run, new(ProbeCase.UnknownActionForRosterAccount, "a slug that cannot exist", new(
            routes.Execute.Method, routes.Execute.Path)
        {
            Body = Json((routes.Slug, ImpossibleIds.Slug), (routes.Parameters, new JsonObject()), (routes.Account, account.ToString())),
        }, 404), cancellation).ConfigureAwait(false);
    }
}
