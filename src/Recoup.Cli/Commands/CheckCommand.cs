using System.CommandLine;
using Recoup.AI;
using Recoup.AI.Dialects;
using Recoup.Cli.Dialects;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Checks;
using Recoup.Contracts.Files;

namespace Recoup.Cli.Commands;

/// <summary>Reports the problems that the generator would report.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private static readonly string[] Providers =
        [.. DialectTable.Rows.Where(row => row.Dialect != Dialect.None).Select(row => row.Option)];

    public override Command Build(Host host)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Catalogs and OpenAPI documents; '-' reads one from standard input. Default: recoup.catalog.json. "
                + "A recoup.names.json and a recoup.results.json next to a catalog are read too.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var warnings = new Option<bool>("--warnings-as-errors") { Description = "Fail on warnings too." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Leave out problems of severity info." };
        var results = new Option<string[]>("--results")
        {
            Description = "Files that describe results, as RecoupResultSchemas in a project file does: results files, or catalogs of a "
                + "provider. The first that describes a result wins.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var list = new Option<bool>("--list-results")
        {
            Description = "Also print which file and line describe the result of each action.",
        };
        var providers = new Option<string[]>("--for")
        {
            Description = "Also report what a model provider would refuse or lose if the actions were its tools, separated by commas.",
            HelpName = "PROVIDER,…",
            DefaultValueFactory = _ => [],
        };
        providers.AcceptOnly(Providers, separator: ',');
        var output = new ReportOutput();
        var command = new Command(
            "check",
            "Reports the problems that the generator would report for catalogs and OpenAPI documents: the same ids, with line and column.")
        {
            files, warnings, quiet, results, list, providers,
        };
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var paths = parsed.GetValue(files) is { Length: > 0 } named ? named : [CatalogOption.DefaultPath];
            output.RequireTarget(parsed, [.. paths.SelectMany(DocumentInput.FilesOf), .. parsed.GetRequiredValue(results)]);
            var input = new DocumentInput(host);
            var documents = new List<(string, byte[])>();
            foreach (var path in paths)
                documents.Add((DocumentInput.NameOf(path), await input.ReadUtf8Async(path, cancellation).ConfigureAwait(false)));
            var check = await InterruptibleRead.RunAsync(
                () => CheckReport.Run(
                    documents,
                    parsed.GetRequiredValue(results),
                    parsed.GetValue(warnings),
                    parsed.GetValue(quiet),
                    new DialectCheck(Dialects(parsed.GetValue(providers) ?? [])).Check),
                cancellation).ConfigureAwait(false);
            if (output.IsText(parsed))
                output.Write(parsed, host, parsed.GetValue(list) ? check.Text + check.ResultList : check.Text);
            else
                output.Write(parsed, host, check.Report);
            if (check.IsFatal)
                return ExitCode.Unusable;
            return check.Fails ? ExitCode.Drift : ExitCode.Clean;
        });
        return command;
    }

    private static Dialect[] Dialects(IEnumerable<string> options) =>
    [
        .. options.SelectMany(option => Choice.Split(option, ','))
            .Distinct(StringComparer.Ordinal)
            .Select(option => DialectTable.Rows.Single(row => row.Option == option).Dialect),
    ];
}
