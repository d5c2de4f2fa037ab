using System.CommandLine;
using Recoup.Contracts;

namespace Recoup.Cli.Commands;

/// <summary>Every change of a catalog or an OpenAPI document.</summary>
internal sealed class DiffCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var old = new Argument<string>("old") { Description = "The catalog or OpenAPI document from before." };
        var @new = new Argument<string>("new") { Description = "The one of now." };
        var trustMissing = new Option<bool>("--trust-missing") { Description = "Take what is missing as removed, even when it looks like an outage or another account." };
        var report = new ReportOptions();
        var command = new Command("diff", "Every change from one catalog or OpenAPI document to another, classified, with a counter-example for what breaks.") { old, @new, trustMissing };
        report.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var isTrusted = parsed.GetValue(trustMissing);
            var (before, after) = (ContractDocument.Load(parsed.GetRequiredValue(old)), ContractDocument.Load(parsed.GetRequiredValue(@new)));
            return Task.FromResult(report.End(parsed, host, ContractDiff.Compare(before, after, report.Diff(parsed, host, suspectOutages: !isTrusted), cancellation)));
        });
        return command;
    }
}
