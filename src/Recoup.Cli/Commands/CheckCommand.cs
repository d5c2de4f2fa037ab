using System.CommandLine;
using Recoup.Catalogs.Problems;
using Recoup.Cli.Checking;
using Recoup.Cli.Terminal;

namespace Recoup.Cli.Commands;

/// <summary>What the generator would report.</summary>
internal sealed class CheckCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var files = new Argument<string[]>("files") { Description = "Catalogs and OpenAPI documents. A recoup.names.json beside a catalog is read too.", Arity = ArgumentArity.OneOrMore };
        var warnings = new Option<bool>("--warnings-as-errors") { Description = "Fail on warnings as well." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Leave out what is merely information." };
        var format = new Option<string>("--format", "-f") { Description = "How to write problems.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "github");
        var command = new Command("check", "What the generator would report about catalogs and OpenAPI documents: the same ids, with line and column.") { files, warnings, quiet, format };
        command.SetAction((parsed, _) =>
        {
            var check = GeneratorCheck.Run(parsed.GetRequiredValue(files));
            foreach (var problem in check.Problems.Where(problem => !parsed.GetValue(quiet) || problem.Descriptor.Severity != ProblemSeverity.Info))
                host.Out.Write(SafeText.Of(parsed.GetValue(format) == "github" ? Annotation.Of(problem) : problem.ToString()) + "\n");
            host.Out.Write(parsed.GetValue(format) == "github" ? "" : check.Summary + "\n");
            if (check.IsUnreadable)
                return Task.FromResult(ExitCode.Unusable);
            var fails = check.Has(ProblemSeverity.Error) || (parsed.GetValue(warnings) && check.Has(ProblemSeverity.Warning));
            return Task.FromResult(fails ? ExitCode.Drift : ExitCode.Clean);
        });
        return command;
    }
}
