using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Live;

namespace Recoup.Cli.Commands;

/// <summary>Stores the live catalog.</summary>
internal sealed class PullCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var output = new Option<string>("--output", "-o") { Description = "The catalog's file.", DefaultValueFactory = _ => "recoup.catalog.json", HelpName = "FILE" };
        var trustMissing = new Option<bool>("--trust-missing") { Description = "Store a catalog that is empty or has lost most of its actions." };
        var live = new LiveOptions();
        var command = new Command("pull", "Stores the live catalog, sorted; the file changes only when the actions do. The key comes from RECOUP_API_KEY.") { output, trustMissing };
        live.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var api = live.Open(parsed, host, live.Spec(parsed));
            var options = new PullOptions { Account = live.Account(parsed), TrustMissing = parsed.GetValue(trustMissing), TimeProvider = host.Clock };
            var path = parsed.GetRequiredValue(output);
            var result = await Working.ShowAsync(host, $"Fetching the catalog of {api.Address}", _ => CatalogPull.PullAsync(api, path, options, cancellation)).ConfigureAwait(false);
            var actions = FormattableString.Invariant($"{result.Actions} {(result.Actions == 1 ? "action" : "actions")}");
            host.Out.Write(result.IsChanged
                ? $"{actions} of {api.Address} stored in {result.Path}, their origin in {result.OriginPath}.\n"
                : $"{actions} of {api.Address}: no change, {result.Path} is left as it is.\n");
            return ExitCode.Clean;
        });
        return command;
    }
}
