using Recoup.Contracts.Live.Allowances;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Calls the actions whose earlier calls reached the service, with the smallest object that their schemas reject.</summary>
internal sealed class InvalidParametersProbe() : ExecutionProbe(19, "parameters that break the schema")
{
    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        foreach (var call in run.Calls.Where(call => call.ReachesService))
        {
            if (InvalidParameters.Of(call) is not { } invalid)
            {
                run.Notes.Add(new Note(
                    NoteKind.Information,
                    $"{call.Slug}: no parameters were found that its schema rejects, so it is unknown whether the server checks "
                        + $"parameters (P19)"));
                continue;
            }

            var request = new ProbeRequest(
                ProbeCase.InvalidParameters,
                "parameters that break the schema",
                call.Request(run.Api.Routes, run.Options.Account, invalid),
                400)
            { Slug = call.Slug };
            Judge(run, request, await CallAsync(run, call, request.Request, invalid, cancellation).ConfigureAwait(false));
        }
    }
}
