using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;
using Recoup.Contracts.Learning;

namespace Recoup.Cli.Commands;

/// <summary>Learns result schemas from recordings.</summary>
internal sealed class LearnCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var recordings = new Argument<string[]>("recordings")
        {
            Description = "Files that RecoupRecorder or 'verify --record' wrote; '*' and '?' select several.",
            Arity = ArgumentArity.OneOrMore,
        };
        recordings.RequireValues("a recording");
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file for the schemas. If it exists, its schemas are widened where they reject a recorded result.",
            DefaultValueFactory = _ => "recoup.results.json",
            HelpName = "FILE",
        };
        var merge = new Option<bool>("--merge") { Description = "Widen an existing file and keep its edits. This is the default." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace an existing file." };
        var catalog = new Option<string?>("--catalog")
        {
            Description = "The catalog of the actions, for the names of the C# that changes.",
            HelpName = "FILE",
        };
        var report = new Option<string?>("--report")
        {
            Description = "A Markdown file for what the recordings leave open: members that were seen once, were always null, …",
            HelpName = "FILE",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Leave out how often each member was seen." };
        var command = new Command(
            "learn",
            "Learns the schemas of results from recorded calls. Learning more only widens: the order of the recordings does not matter.")
        {
            recordings, output, merge, overwrite, catalog, report, quiet,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(merge) && parsed.GetValue(overwrite))
                throw new UsageException("--merge keeps an existing file, and --overwrite replaces it. Leave out one of them.");
            var options = new LearnOptions
            {
                Overwrite = parsed.GetValue(overwrite),
                Catalog = parsed.GetValue(catalog) is { } file
                    ? await InterruptibleRead.RunAsync(() => Load(file), cancellation).ConfigureAwait(false)
                    : null,
                CatalogPath = parsed.GetValue(catalog),
                ReportPath = parsed.GetValue(report),
            };
            var path = parsed.GetRequiredValue(output);
            var result = await ProgressDisplay.ShowAsync(
                host,
                "Reading recordings",
                _ => Task.Run(
                    () => ResultLearning.LearnAsync(parsed.GetRequiredValue(recordings), path, options, cancellation), cancellation))
                .ConfigureAwait(false);
            if (parsed.GetValue(report) is { } doubts)
            {
                var utf8 = System.Text.Encoding.UTF8.GetBytes(SafeText.Of(result.Doubts));
                await TargetFile.WriteAsync(doubts, utf8, cancellation).ConfigureAwait(false);
            }

            using var text = new StringWriter { NewLine = "\n" };
            result.Write(path, parsed.GetValue(quiet), text);
            await host.Out.WriteAsync(SafeText.Of(text.ToString()).AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }

    private static Catalogs.RecoupCatalog Load(string path) =>
        ContractDocument.Load(path) is var document && document.CatalogOnly is { } catalog
        ? catalog
        : throw new UsageException($"{path} is {document.Kind}: expected a catalog after --catalog.");
}
