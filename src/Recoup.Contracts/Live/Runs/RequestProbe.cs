using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Runs;

/// <summary>A probe of independent requests. Each response is judged by its status and its error body.</summary>
internal abstract class RequestProbe(int number, string title) : Probe(number, title)
{
    /// <summary>The requests, in the order in which they are sent.</summary>
    public abstract IEnumerable<ProbeRequest> Requests(ApiRoutes routes);

    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        foreach (var request in Requests(run.Api.Routes))
            await AskAsync(run, request, cancellation).ConfigureAwait(false);
    }
}
