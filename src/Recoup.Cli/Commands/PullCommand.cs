using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Files;
using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Live;

namespace Recoup.Cli.Commands;

/// <summary>Stores the live catalog.</summary>
internal sealed class PullCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file for the catalog.",
            DefaultValueFactory = _ => "recoup.catalog.json",
            HelpName = "FILE",
        };
        var trustMissing = new Option<bool>("--trust-missing")
        {
            Description = "Store the catalog even if it is empty or has lost most of its actions.",
        };
        var live = new LiveOptions();
        var command = new Command(
            "pull", "Stores the live catalog, sorted. The file changes only if the actions do. The key is read from RECOUP_API_KEY.")
        {
            output, trustMissing,
        };
        live.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(output);
            if (live.SpecPath(parsed) is { } spec)
            {
                foreach (var written in (string[])[path, CatalogPull.OriginPath(path)])
                    TargetFile.RequireOther(written, "a catalog or its origin", [spec]);
            }

            using var api = live.Open(parsed, host, await live.ReadSpecAsync(parsed, cancellation).ConfigureAwait(false));
            var options = new PullOptions
            {
                Account = live.Account(parsed),
                TrustMissing = parsed.GetValue(trustMissing),
                TimeProvider = host.Clock,
            };
            var result = await ProgressDisplay.ShowAsync(
                host,
                $"Fetching the catalog of {api.Address}",
                _ => CatalogPull.PullAsync(api, path, options, cancellation)).ConfigureAwait(false);
            var actions = Words.Count(result.Actions, "action");
            var message = result.IsChanged
                ? $"Stored {actions} from {api.Address} in {result.Path}, and their origin in {result.OriginPath}.\n"
                : $"No change in {actions} from {api.Address}: {result.Path} was not written.\n";
            await host.Out.WriteAsync(message.AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }
}
