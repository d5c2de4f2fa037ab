using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts;

namespace Recoup.Cli.Commands;

/// <summary>Compares two documents of one kind.</summary>
internal sealed class DiffCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var before = new Argument<string>("old")
        {
            Description = "The catalog, results file or OpenAPI document before the change; '-' reads it from standard input.",
        };
        var after = new Argument<string>("new")
        {
            Description = "The catalog, results file or OpenAPI document after the change; '-' reads it from standard input.",
        };
        var trustMissing = new Option<bool>("--trust-missing")
        {
            Description = "Report missing actions as removed, even if it looks like an outage or another account.",
        };
        var report = new ReportOptions();
        var command = new Command(
            "diff",
            "Compares two catalogs, results files or OpenAPI documents, classifies each change, and shows a counterexample for each "
            + "breaking change.")
        {
            before, after, trustMissing,
        };
        report.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (pathBefore, pathAfter) = (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            string[] used = [.. DocumentInput.FilesOf(pathBefore), .. DocumentInput.FilesOf(pathAfter)];
            var options = await report.ReadDiffAsync(parsed, host, suspectOutages: !parsed.GetValue(trustMissing), used, cancellation)
                .ConfigureAwait(false);
            var input = new DocumentInput(host);
            var documentBefore = await input.LoadAsync(pathBefore, cancellation).ConfigureAwait(false);
            var documentAfter = await input.LoadAsync(pathAfter, cancellation).ConfigureAwait(false);
            return report.End(parsed, host, ContractDiff.Compare(documentBefore, documentAfter, options, cancellation));
        });
        return command;
    }
}
