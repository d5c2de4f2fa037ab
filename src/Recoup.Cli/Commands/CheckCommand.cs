using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Checks;

namespace Recoup.Cli.Commands;

/// <summary>Reports the problems that the generator would report.</summary>
internal sealed class CheckCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Catalogs and OpenAPI documents; '-' reads one from standard input. "
                + "A recoup.names.json next to a catalog is read too.",
            Arity = ArgumentArity.OneOrMore,
        };
        var warnings = new Option<bool>("--warnings-as-errors") { Description = "Fail on warnings too." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Leave out problems of severity info." };
        var output = new ReportOutput();
        var command = new Command(
            "check",
            "Reports the problems that the generator would report for catalogs and OpenAPI documents: the same ids, with line and column.")
        {
            files, warnings, quiet,
        };
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            output.RequireTarget(parsed);
            var input = new DocumentInput(host);
            var documents = new List<(string, byte[])>();
            foreach (var path in parsed.GetRequiredValue(files))
                documents.Add((DocumentInput.NameOf(path), await input.ReadUtf8Async(path, cancellation).ConfigureAwait(false)));
            var check = CheckReport.Run(
                documents,
                parsed.GetValue(warnings),
                parsed.GetValue(quiet));
            if (output.IsText(parsed))
                output.Write(parsed, host, check.Text);
            else
                output.Write(parsed, host, check.Report);
            if (check.IsFatal)
                return ExitCode.Unusable;
            return check.Fails ? ExitCode.Drift : ExitCode.Clean;
        });
        return command;
    }
}
