using System.CommandLine;
using System.Globalization;
using Recoup.Catalogs;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Emulator;

namespace Recoup.Cli.Commands;

/// <summary>Serves the emulator on a port.</summary>
internal sealed class EmulateCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog whose actions the emulator serves.",
            DefaultValueFactory = _ => "recoup.catalog.json",
            HelpName = "FILE",
        };
        var port = new Option<int>("--port") { Description = "The loopback port; 0 selects a free one.", DefaultValueFactory = _ => 4010 };
        var behavior = new Option<string>("--behavior")
        {
            Description = "How to behave where the deployed server differs from its contract.",
            DefaultValueFactory = _ => "documented",
        };
        behavior.AcceptOnly(["documented", "deployed"]);
        var with = DivergenceOption("--with", "Divergences to switch on, for example D3.");
        var without = DivergenceOption("--without", "Divergences to switch off.");
        var world = WorldOption();
        var connect = new Option<string[]>("--connect")
        {
            Description = "Connectors to connect, in addition to those that are connected in the catalog or the world.",
            HelpName = "SLUG",
            DefaultValueFactory = _ => [],
        };
        var results = new Option<string[]>("--results")
        {
            Description = "Files that describe results, in addition to a recoup.results.json next to the catalog. Calls return samples of "
                + "them.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var replay = new Option<string[]>("--replay")
        {
            Description = "Recordings that answer calls with equal parameters. Repeat the option for more files.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        var expires = new Option<string?>("--expires")
        {
            Description = "The age at which a recording expires, for example 30d, 12h or 45m. Default: never.",
            HelpName = "AGE",
        };
        var outage = new Option<bool>("--outage") { Description = "Simulate an outage of the provider behind the API." };
        var command = new Command(
            "emulate",
            "Serves an emulator of the API on a local port until it is stopped. Prints its URL, then its dummy API key, then the further "
            + "accounts of its world. It needs no real key.")
        {
            catalog, port, behavior, with, without, world, connect, results, replay, expires, outage,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var number = Port(parsed.GetValue(port));
            var age = Age(parsed.GetValue(expires));
            var options = new RecoupEmulatorOptions
            {
                Behavior = parsed.GetValue(behavior) == "deployed" ? ApiBehavior.Deployed : ApiBehavior.Documented,
                With = Divergent(parsed.GetValue(with)),
                Without = Divergent(parsed.GetValue(without)),
                TimeProvider = host.Clock,
                World = parsed.GetValue(world) is { } path ? World.Load(path) : null,
            };
            var served = (parsed.GetValue(results) ?? []).Aggregate(
                Catalog(parsed.GetRequiredValue(catalog)), (catalog, file) => catalog.WithResults(file));
            var emulator = RecoupEmulator.Start(served, options);
            await using (emulator.ConfigureAwait(false))
            {
                emulator.IsUpstreamDown |= parsed.GetValue(outage);
                foreach (var slug in parsed.GetValue(connect) ?? [])
                    emulator.Connect(slug);
                foreach (var file in parsed.GetValue(replay) ?? [])
                    Replay(emulator, file, age, host);
                await ServeAsync(emulator, number, host, cancellation).ConfigureAwait(false);
            }

            await host.Error.WriteAsync("recoup: the emulator has stopped.\n").ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }

    private static async Task ServeAsync(RecoupEmulator emulator, int port, Host host, CancellationToken stop)
    {
        var address = await emulator.StartListeningAsync(port, stop).ConfigureAwait(false);
        string[] lines =
        [
            address.ToString().TrimEnd('/'),
            emulator.DefaultAccount.ApiKey,
            .. emulator.Accounts.Skip(1).Select(account => $"{account.Name} {account.Id} {account.ApiKey}"),
        ];
        await host.Out.WriteAsync(string.Concat(lines.Select(line => line + "\n")).AsMemory(), stop).ConfigureAwait(false);
        await host.Out.FlushAsync(stop).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Option<string?> WorldOption() => new("--world")
    {
        Description = "The state in which the emulator starts: accounts, connections, stubs and files. --connect and --outage come on "
            + "top of it.",
        HelpName = "FILE",
    };

    private static Option<string[]> DivergenceOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "D1,D2,…",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static RecoupCatalog Catalog(string path) =>
        ContractDocument.Load(path) is var document && document.CatalogOnly is { } catalog
        ? catalog
        : throw new UsageException($"{path} is {document.Kind}: expected a catalog after --catalog.");

    private static HashSet<Divergence> Divergent(string[]? values)
    {
        const StringSplitOptions options = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return [.. (values ?? []).SelectMany(value => value.Split(',', options)).Select(Divergences.Get)];
    }

    private static void Replay(RecoupEmulator emulator, string file, TimeSpan? expires, Host host)
    {
        try
        {
            emulator.Replay(file, new ReplayOptions { Expires = expires, Note = note => host.Error.Write($"recoup: {note}\n") });
        }
        catch (RecoupEmulatorException exception)
        {
            throw new UsageException($"--replay: {exception.Message}");
        }
    }

    private static TimeSpan? Age(string? text)
    {
        if (text is null)
            return null;
        var isNumber = int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number);
        return (isNumber, text is [.., var unit] ? unit : ' ') switch
        {
            (true, 'd') => TimeSpan.FromDays(number),
            (true, 'h') => TimeSpan.FromHours(number),
            (true, 'm') => TimeSpan.FromMinutes(number),
            _ => throw new UsageException(
                $"--expires: expected a number of days, hours or minutes, such as 30d, 12h or 45m, got '{text}'."),
        };
    }

    private static int Port(int port) => port is >= 0 and <= 65535
        ? port
        : throw new UsageException(FormattableString.Invariant($"--port: expected 0 to 65535, got {port}."));
}
