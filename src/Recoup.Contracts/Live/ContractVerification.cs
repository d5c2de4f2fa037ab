using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Acceptances;
using Recoup.Contracts.Live.Allowances;
using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Outcomes;
using Recoup.Contracts.Live.Probes;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live;

/// <summary>Checks a live API against its contract and against a stored catalog.</summary>
public static class ContractVerification
{
    /// <summary>
    /// Requests the lists, runs the probes, and reports what is not as expected. No request can execute an action unless
    /// <see cref="VerifyOptions.AllowedActions"/> names it. The notes of the report say which known divergences were observed and which
    /// cannot be.
    /// </summary>
    /// <param name="api">The live API.</param>
    /// <param name="options">What to check the API against, and how.</param>
    /// <param name="cancellation">Cancels the verification between two requests.</param>
    /// <returns>
    /// The report. If it is suspect (<see cref="Report.IsSuspect"/>), there may be an outage, and nothing can be concluded.
    /// </returns>
    /// <exception cref="ContractException">
    /// The snapshot is not a catalog, an allowed action is in no catalog, its parameters violate its schema, or calls cannot be recorded.
    /// </exception>
    /// <exception cref="LiveApiException">
    /// The API cannot be verified: there is no response, the key is rejected, or the server fails. The message says what to do.
    /// </exception>
    public static async Task<Report> VerifyAsync(LiveApi api, VerifyOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Snapshot is { CatalogOnly: null } other)
            throw new ContractException($"{other.Name} is {other.Kind}: expected a catalog to compare with the live one.");

        if (options.Snapshot is { Catalog.Actions.Count: 0 } empty)
            throw new ContractException(
                $"{empty.Name} has no actions, so the live catalog cannot be compared with it. Store the live catalog with 'recoup pull', "
                    + $"or omit --catalog.");
        AllowedCalls.Require(options.AllowedActions);
        var recorder = options.RecordPath is { } path
            ? new CallRecorder(path, options.ReplaceMembers, api, options.Diff.TimeProvider)
            : null;

        // The list comes first: otherwise a wrong address, a rejected key or an outage would look like thirty findings.
        options.Progress?.Invoke("P8 the list of actions");
        var run = await FetchAsync(api, options, recorder, cancellation).ConfigureAwait(false);
        if (run.Catalog.Catalog!.Actions.Count == 0)
            return Report(run, SnapshotComparison.Run(run, cancellation));
        run.Calls = AllowedCalls.Of(options.AllowedActions, options.Snapshot?.Catalog, run.Catalog.Catalog);
        foreach (var probe in ProbeTable.Rows)
        {
            options.Progress?.Invoke($"{probe.Id} {probe.Title}");
            var sent = api.SentRequests;
            await probe.RunAsync(run, cancellation).ConfigureAwait(false);

            // The list of P8 was fetched first.
            if (api.SentRequests > sent || probe is ActionListProbe)
                run.SentProbes.Add(probe.Id);
        }

        options.Progress?.Invoke("P16 the stored catalog");
        if (options.Snapshot is not null)
            run.SentProbes.Add("P16");
        return Report(run, SnapshotComparison.Run(run, cancellation));
    }

    private static async Task<ProbeRun> FetchAsync(
        LiveApi api, VerifyOptions options, CallRecorder? recorder, CancellationToken cancellation)
    {
        var run = await FetchOnceAsync(api, options, recorder, cancellation).ConfigureAwait(false);
        if (!SnapshotComparison.IsSuspect(run.Catalog, options, run.Connectors))
            return run;
        await Task.Delay(options.RetryDelay, options.Diff.TimeProvider, cancellation).ConfigureAwait(false);
        return await FetchOnceAsync(api, options, recorder, cancellation).ConfigureAwait(false);
    }

    private static async Task<ProbeRun> FetchOnceAsync(
        LiveApi api, VerifyOptions options, CallRecorder? recorder, CancellationToken cancellation)
    {
        var response = await LiveList.FetchAsync(api, api.Routes.ListActions, options.Account, cancellation).ConfigureAwait(false);
        return new ProbeRun(api, options)
        {
            Catalog = LiveCatalog.Read(api, response),
            CatalogResponse = response.Json,
            Recorder = recorder,
        };
    }

    private static Report Report(ProbeRun run, Report? catalog)
    {
        var notes = new List<Note>();
        if (run.Catalog.Catalog!.Actions.Count == 0 && catalog?.IsSuspect != true)
            notes.Add(new Note(
                NoteKind.Suspect,
                "the live catalog is empty, as in an outage of the provider (D16) or for an account without connections. It was not "
                    + "compared. Try again later"));
        notes.AddRange(catalog?.Notes ?? []);
        notes.AddRange(SentNotes.Of(run.Sent));
        notes.AddRange(run.Notes);
        if (run.Options.Snapshot is null)
            notes.Add(new Note(NoteKind.Information, "no stored catalog was given, so the live catalog was not compared"));
        notes.AddRange(ObservationNotes.Of(run, notes.Exists(note => note.Kind == NoteKind.Suspect)));

        var findings = FindingOrder.Sort([
            .. ObservationJudge.Judge(run.Observations, run.Options), .. run.Findings, .. catalog?.Findings ?? []
        ]);
        var expected = run.Options.Expect == ApiExpectation.Documented ? "the contract" : "the contract with its known divergences";
        return new Report(
            "Live API",
            expected,
            run.Api.Address.ToString(),
            Acceptor.Apply(findings, run.Options.Diff.Accepted, run.Options.Diff.TimeProvider, notes),
            notes)
        {
            Compared = catalog?.Compared ?? 0,
        };
    }
}
