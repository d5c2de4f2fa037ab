using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Live;
using Recoup.Contracts.Rehearsals;

namespace Recoup.Cli.Commands;

/// <summary>Runs the user's own tests with the stored catalog and with a new one.</summary>
internal sealed class RehearseCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var project = new Option<string>("--project")
        {
            Description = "The test project, or its folder. Its tests use the emulator.",
            HelpName = "PROJECT",
            Required = true,
        };
        project.RequireValues();
        var catalog = new Option<string>("--catalog")
        {
            Description = "The stored catalog, which the tests load with RecoupCatalog.Load.",
            DefaultValueFactory = _ => "recoup.catalog.json",
            HelpName = "FILE",
        };
        var against = new Option<string?>("--against")
        {
            Description = "The new catalog; '-' reads it from standard input. Default: the live catalog.",
            HelpName = "FILE",
        };
        var trustMissing = new Option<bool>("--trust-missing")
        {
            Description = "Run the tests even if the new catalog is empty or has lost most of its actions.",
        };
        var (tests, live, report) = (new TestRunOptions(), new LiveOptions(), new ReportOptions());
        var command = new Command(
            "rehearse",
            "Compares the stored catalog with a new one, runs your tests with each, without building them again, and reports the tests "
            + "that fail only with the new one, each with the change that explains it. The key of the live API is read from "
            + "RECOUP_API_KEY.")
        {
            project, catalog, against,
        };
        tests.AddTo(command);
        command.Options.Add(trustMissing);
        live.AddTo(command);
        report.AddTo(command);
        IEnumerable<string?> Used(ParseResult parsed) =>
        [
            TestProjectReader.Find(parsed.GetRequiredValue(project)),
            .. DocumentInput.FilesOf(parsed.GetRequiredValue(catalog)),
            .. parsed.GetValue(against) is { } path ? DocumentInput.FilesOf(path) : [],
            live.SpecPath(parsed),
        ];
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new RehearsalOptions
            {
                Project = parsed.GetRequiredValue(project),
                Configuration = tests.Configuration(parsed),
                Framework = tests.Framework(parsed),
                Builds = tests.Builds(parsed),
                Timeout = tests.Timeout(parsed),
                Diff = await report.ReadDiffAsync(
                    parsed, host, suspectOutages: !parsed.GetValue(trustMissing), Used(parsed), cancellation).ConfigureAwait(false),
                Announce = line => host.Error.Write($"recoup: {SafeText.Of(line)}\n"),
            };
            var input = new DocumentInput(host);
            var stored = await ReadAsync(input, parsed.GetRequiredValue(catalog), cancellation).ConfigureAwait(false);
            var tomorrow = parsed.GetValue(against) is { } path
                ? await ReadAsync(input, path, cancellation).ConfigureAwait(false)
                : await FetchAsync(parsed, host, live, cancellation).ConfigureAwait(false);
            var result = await ProgressDisplay.ShowAsync(
                host,
                "Comparing the catalogs",
                progress => CatalogRehearsal.RunAsync(stored, tomorrow, options with { Progress = progress }, cancellation))
                .ConfigureAwait(false);
            return report.End(parsed, host, result);
        });
        return command;
    }

    private static async Task<RehearsedCatalog> ReadAsync(DocumentInput input, string path, CancellationToken cancellation)
    {
        var utf8 = await input.ReadUtf8Async(path, cancellation).ConfigureAwait(false);
        var name = DocumentInput.NameOf(path);
        return RehearsedCatalog.Read(utf8, name, name == path ? path : null);
    }

    private static async Task<RehearsedCatalog> FetchAsync(ParseResult parsed, Host host, LiveOptions live, CancellationToken cancellation)
    {
        using var api = live.Open(parsed, host, await live.ReadSpecAsync(parsed, cancellation).ConfigureAwait(false));
        var utf8 = await ProgressDisplay.ShowAsync(
            host,
            $"Fetching the catalog of {api.Address}",
            _ => CatalogPull.FetchAsync(api, live.Account(parsed), cancellation)).ConfigureAwait(false);
        return RehearsedCatalog.Read(utf8, api.Address.ToString(), path: null);
    }
}
