using System.CommandLine;
using Recoup.Binding.Checks;
using Recoup.Catalogs.Problems;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;

namespace Recoup.Cli.Commands;

/// <summary>Reports the problems that the generator would report.</summary>
internal sealed class CheckCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Catalogs and OpenAPI documents. A recoup.names.json next to a catalog is read too.",
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
        command.SetAction((parsed, _) =>
        {
            output.RequireTarget(parsed);
            var check = DocumentCheck.Run(parsed.GetRequiredValue(files));
            var isQuiet = parsed.GetValue(quiet);
            var problems = check.Problems.Where(problem => !isQuiet || problem.Problem.Descriptor.Severity != ProblemSeverity.Info).ToList();

            // In text, each problem is one line in the format of a compiler, which editors and build logs parse.
            if (output.IsText(parsed))
                output.Write(parsed, host, string.Concat(problems.Select(problem => problem.Problem + "\n")) + Summary(check) + "\n");
            else
                output.Write(parsed, host, ProblemReport.Of(check, problems, parsed.GetValue(warnings)));
            if (check.IsFatal)
                return Task.FromResult(ExitCode.Unusable);
            var fails = check.Count(ProblemSeverity.Error) > 0 || (parsed.GetValue(warnings) && check.Count(ProblemSeverity.Warning) > 0);
            return Task.FromResult(fails ? ExitCode.Drift : ExitCode.Clean);
        });
        return command;
    }

    private static string Summary(DocumentCheck check) => FormattableString.Invariant(
        $"{check.Actions} actions in {check.Connectors} classes, {check.Operations} operations: ")
        + FormattableString.Invariant(
            $"{check.Count(ProblemSeverity.Error)} errors, {check.Count(ProblemSeverity.Warning)} warnings, {check.Count(ProblemSeverity.Info)} notes");
}
