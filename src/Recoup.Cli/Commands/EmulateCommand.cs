using System.CommandLine;
using Recoup.Catalogs;
using Recoup.Contracts;
using Recoup.Emulator;

namespace Recoup.Cli.Commands;

/// <summary>The emulator on a port.</summary>
internal sealed class EmulateCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var catalog = new Option<string>("--catalog") { Description = "The catalog whose actions it has.", DefaultValueFactory = _ => "recoup.catalog.json", HelpName = "FILE" };
        var port = new Option<int>("--port") { Description = "The port on loopback; 0 for any that is free.", DefaultValueFactory = _ => 4010 };
        var behavior = new Option<string>("--behavior") { Description = "What it does where the deployed server differs from its contract.", DefaultValueFactory = _ => "documented" };
        behavior.AcceptOnlyFromAmong("documented", "deployed");
        var with = Rows("--with", "Divergences to switch on, for example D3.");
        var without = Rows("--without", "Divergences to switch off.");
        var connect = new Option<string[]>("--connect") { Description = "Connectors to connect, beside those that the catalog says are.", HelpName = "SLUG", DefaultValueFactory = _ => [] };
        var outage = new Option<bool>("--outage") { Description = "As if the provider behind the API could not be reached." };
        var command = new Command("emulate", "The API on a port of this machine, until Ctrl+C. Prints its URL, then its dummy key. It takes no key.") { catalog, port, behavior, with, without, connect, outage };
        command.SetAction(async (parsed, cancellation) =>
        {
            var number = Port(parsed.GetValue(port));
            var options = new RecoupEmulatorOptions
            {
                Behavior = parsed.GetValue(behavior) == "deployed" ? ApiBehavior.Deployed : ApiBehavior.Documented,
                With = Divergent(parsed.GetValue(with)),
                Without = Divergent(parsed.GetValue(without)),
                TimeProvider = host.Clock,
            };
            var path = parsed.GetRequiredValue(catalog);
            var document = ContractDocument.Load(path);
            var emulator = RecoupEmulator.Start(document.Catalog ?? throw new UsageException($"{path} is an OpenAPI document: expected a catalog after --catalog."), options);
            await using (emulator.ConfigureAwait(false))
            {
                emulator.IsUpstreamDown = parsed.GetValue(outage);
                foreach (var slug in parsed.GetValue(connect) ?? [])
                    emulator.Connect(Connector(slug, document.Catalog));
                var address = await emulator.StartListeningAsync(number, cancellation).ConfigureAwait(false);
                host.Out.Write($"{address.ToString().TrimEnd('/')}\n{emulator.DefaultAccount.ApiKey}\n");
                await host.Out.FlushAsync(cancellation).ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            }

            host.Error.Write("recoup: the emulator has stopped.\n");
            return ExitCode.Clean;
        });
        return command;
    }

    private static Option<string[]> Rows(string name, string description) =>
        new(name) { Description = description, HelpName = "D1,D2,…", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    private static HashSet<Divergence> Divergent(string[]? rows)
    {
        var names = (rows ?? []).SelectMany(row => row.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return [.. names.Select(name => Divergences.All.FirstOrDefault(row => row.Id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"There is no divergence '{name}'. They are D1 to D{Divergences.All.Count}."))];
    }

    private static string Connector(string slug, RecoupCatalog catalog)
    {
        var slugs = catalog.Actions.Select(action => action.ConnectorSlug).Distinct(StringComparer.Ordinal).ToList();
        return slugs.Contains(slug)
            ? slug
            : throw new UsageException($"--connect: the catalog has no connector '{slug}'. It has {string.Join(", ", slugs.Order(StringComparer.Ordinal))}.");
    }

    private static int Port(int port) => port is >= 0 and <= 65535 ? port : throw new UsageException(FormattableString.Invariant($"--port: expected 0 to 65535, got {port}."));
}
