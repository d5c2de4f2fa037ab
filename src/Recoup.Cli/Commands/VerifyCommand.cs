using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;
using Recoup.Contracts.Live;
using Recoup.Contracts.Live.Runs;

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
        var record = new Option<string?>("--record")
        {
            Description = "The file to which the calls that --allow names are recorded, with stand-ins for secrets and personal data.",
            HelpName = "FILE",
        };
        var replace = new Option<string[]>("--replace-member")
        {
            Description = "The name of a member whose values are replaced in the recording too. Repeat the option for more members.",
            DefaultValueFactory = _ => [],
            HelpName = "NAME",
        };
        record.RequireValues();
        replace.RequireValues();
        var (allow, live, report) = (new AllowOption(), new LiveOptions(), new ReportOptions());
        var command = new Command(
            "verify",
            "Checks the live API against its contract and a stored catalog. Requests lists and sends probes, none of which can execute an "
            + "action, except the actions that --allow names. The key is read from RECOUP_API_KEY.")
        {
            catalog, expect, trustMissing,
        };
        allow.AddTo(command);
        command.Options.Add(record);
        command.Options.Add(replace);
        command.Options.Add(roster);
        live.AddTo(command);
        report.AddTo(command);
        IEnumerable<string?> Used(ParseResult parsed) =>
        [
            .. parsed.GetValue(catalog) is { } path ? ContractDocument.FilesOf(path) : [],
            .. parsed.GetValue(record) is { } recording ? CallRecorder.FilesOf(recording) : [],
            .. allow.Files(parsed),
            live.SpecPath(parsed),
        ];
        command.SetAction(async (parsed, cancellation) =>
        {
            var diff = await report.ReadDiffAsync(
                parsed, host, suspectOutages: !parsed.GetValue(trustMissing), Used(parsed), cancellation).ConfigureAwait(false);
            var allowed = await allow.ReadAsync(parsed, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(record) is not null && allowed.Length == 0)
                throw new UsageException("--record: expected an action to execute and record, but --allow names none.");
            if (parsed.GetValue(record) is null && parsed.GetRequiredValue(replace).Length > 0)
                throw new UsageException("--replace-member: expected --record with the file of the recording.");
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
                RecordPath = parsed.GetValue(record),
                ReplaceMembers = parsed.GetRequiredValue(replace),
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
