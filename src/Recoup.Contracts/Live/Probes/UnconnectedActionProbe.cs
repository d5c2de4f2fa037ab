using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Calls allow-listed actions whose connectors are not connected, so that nothing can execute.</summary>
internal sealed class UnconnectedActionProbe() : ExecutionProbe(20, "actions that are not connected")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        var listed = run.Catalog.Catalog!.Actions.Select(action => action.ConnectorSlug).ToHashSet(StringComparer.Ordinal);
        var unconnected = run.Connectors.Where(connector => !connector.IsConnected)
            .Select(connector => connector.Slug)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var call in run.Calls.Where(call => !call.IsConnected))
        {
            // If other actions of the connector are listed, this one was removed, and a 404 is correct for both behaviors.
            if (!call.IsListed && (listed.Contains(call.Connector) || !unconnected.Contains(call.Connector)))
            {
                run.Notes.Add(new Note(
                    NoteKind.Information,
                    $"{call.Slug} was not called: the live catalog does not list it, and its connector '{call.Connector}' is not listed "
                        + $"as disconnected"));
                continue;
            }

            var request = new ProbeRequest(
                ProbeCase.UnconnectedAction,
                "an action that is not connected",
                call.Request(run.Api.Routes, run.Options.Account, call.Parameters),
                409)
            { Slug = call.Slug };
            Judge(run, request, await CallAsync(run, call, request.Request, call.Parameters, cancellation).ConfigureAwait(false));
        }
    }
}
