using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;
using Recoup.Contracts.Live;

namespace Recoup.Cli.Commands;

/// <summary>Checks the live API against its contract and a stored catalog.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var catalog = new Option<string?>("--catalog")
        {
            Description = "The stored catalog to compare with the live catalog. Default: no comparison.",
            HelpName = "FILE",
        };
        var expect = new Option<string>("--expect")
        {
            Description = "What the API is checked against: the contract with its known divergences, or the contract alone.",
            DefaultValueFactory = _ => "deployed",
        };
        expect.AcceptOnly(["deployed", "documented"]);
        var trustMissing = new Option<bool>("--trust-missing")
        {
            Description = "Report actions that are missing from the live catalog as removed, even if it looks like an outage.",
        };
        var roster = new Option<string?>("--roster-account")
        {
            Description = "An account that is only on the roster of the key's account, to check that it can be read but not acted for.",
            HelpName = "UUID",
        };
        var (allow, record, live, report) = (new AllowOption(), new RecordOptions(), new LiveOptions(), new ReportOptions());
        var command = new Command(
            "verify",
            "Checks the live API against its contract and a stored catalog. Requests lists and sends probes, none of which can execute an "
            + "action, except the actions that --allow names. The key is read from RECOUP_API_KEY.")
        {
            catalog, expect, trustMissing,
        };
        allow.AddTo(command);
        record.AddTo(command);
        command.Options.Add(roster);
        live.AddTo(command);
        report.AddTo(command);
        IEnumerable<string?> Used(ParseResult parsed) =>
        [
            .. parsed.GetValue(catalog) is { } path ? CatalogFiles.Of(path) : [],
            .. record.Files(parsed),
            .. allow.Files(parsed),
            live.SpecPath(parsed),
        ];
        command.SetAction(async (parsed, cancellation) =>
        {
            var diff = await report.ReadDiffAsync(
                parsed, host, suspectOutages: !parsed.GetValue(trustMissing), Used(parsed), cancellation).ConfigureAwait(false);
            var allowed = await allow.ReadAsync(parsed, cancellation).ConfigureAwait(false);
            record.Require(parsed, isExecuting: allowed.Length > 0);
            var spec = await live.ReadSpecAsync(parsed, cancellation).ConfigureAwait(false);
            var snapshot = parsed.GetValue(catalog) is { } path
                ? await InterruptibleRead.RunAsync(() => ContractDocument.Load(path), cancellation).ConfigureAwait(false)
                : null;
            using var api = live.Open(parsed, host, spec);
            VerifyOptions Options(Action<string> progress) => new()
            {
                Expect = parsed.GetValue(expect) == "documented" ? ApiExpectation.Documented : ApiExpectation.Deployed,
                Spec = spec,
                SpecPath = live.SpecPath(parsed),
                Snapshot = snapshot,
                Account = live.Account(parsed),
                AllowedActions = allowed,
                RecordPath = record.Path(parsed),
                ReplaceMembers = record.ReplacedMembers(parsed),
                RosterAccount = LiveOptions.AccountOf(parsed, roster),
                Diff = diff,
                Progress = progress,
            };
            var result = await ProgressDisplay.ShowAsync(
                host,
                $"Verifying {api.Address}",
                progress => ContractVerification.VerifyAsync(api, Options(progress), cancellation)).ConfigureAwait(false);
            return report.End(parsed, host, result);
        });
        return command;
    }
}
