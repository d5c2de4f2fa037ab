using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>
/// Sends the key in its header and as a bearer token. Both must return the same actions, unless the deployed server reads the token as no
/// key (D2).
/// </summary>
internal sealed class BothWaysProbe() : Probe(5, "the key in either header")
{
    private const string Same = "the same actions as for the key in x-api-key";

    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        var operation = run.Api.Routes.ListActions;
        var request = new LiveRequest(operation.Method, operation.Path)
        {
            Account = run.Options.Account?.ToString(),
            Credential = Credential.KeyAsToken,
        };
        var response = await run.Api.SendAsync(request, cancellation).ConfigureAwait(false);
        if (response.Status == 401)
        {
            var refused = $"{request.Operation} returned {response.Outline()} for the key as a bearer token";
            run.Observations.Add(run.Api.KeyIsKnownByItsPrefix
                ? Seen(null, ObservedBehavior.Other, refused)
                : Seen("D2", ObservedBehavior.Deployed, $"{refused}, which does not begin with {LiveApi.KeyPrefix}"));
            return;
        }

        var list = LiveList.Required(run.Api, request, response);
        var byToken = ContractDocument.Read(list.Body, run.Api.Address.ToString()).Catalog?.Actions.Select(action => action.Slug) ?? [];
        var difference = run.Catalog.Catalog!.Actions.Select(action => action.Slug)
            .Except(byToken)
            .Concat(byToken.Except(run.Catalog.Catalog.Actions.Select(action => action.Slug)))
            .ToList();
        if (difference.Count > 0)
        {
            run.Observations.Add(Seen(
                null,
                ObservedBehavior.Other,
                $"the lists for the key and for the same key as a bearer token differ in {string.Join(", ", difference.Take(5))}"));
        }

        Observation Seen(string? row, ObservedBehavior behavior, string evidence) =>
            new(row, behavior, new ProbeStep(Id) { Name = Title }, request.Operation, evidence, Same);
    }
}
