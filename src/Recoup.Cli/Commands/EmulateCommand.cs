using System.CommandLine;
using Recoup.Cli.Emulation;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Files;
using Recoup.Contracts.Listing;
using Recoup.Emulator;

namespace Recoup.Cli.Commands;

/// <summary>Serves the emulator on a port.</summary>
internal sealed class EmulateCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var state = new EmulatedStateOptions();
        var port = new EmulatedPortOptions();
        var quiet = new Option<bool>("--quiet") { Description = "Do not print a line for each request." };
        var command = new Command(
            "emulate",
            "Serves an emulator of the API, and a page and an API to control it, on a local port until it is stopped. Prints its URL, then "
            + "its API key, then the further accounts of its world. It needs no real key.");
        state.AddTo(command);
        port.AddTo(command);
        command.Options.Add(quiet);
        command.SetAction(async (parsed, cancellation) =>
        {
            var log = new RequestLog(host, parsed.GetValue(quiet));
            var (emulator, options) = await InterruptibleRead.RunAsync(() => Start(parsed, log), cancellation).ConfigureAwait(false);
            string? unexpected;
            try
            {
                await ServeAsync(emulator, options, port.Port(parsed), host, cancellation).ConfigureAwait(false);
            }
            finally
            {
                unexpected = await EndAsync(emulator).ConfigureAwait(false);
            }

            await log.EndAsync().ConfigureAwait(false);
            if (unexpected is not null)
                await host.Error.WriteAsync($"recoup: {SafeText.Of(unexpected)}\n").ConfigureAwait(false);
            await host.Error.WriteAsync("recoup: the emulator has stopped.\n").ConfigureAwait(false);
            return unexpected is null ? ExitCode.Clean : ExitCode.Drift;
        });
        return command;

        (RecoupEmulator Emulator, RecoupEmulatorOptions Options) Start(ParseResult parsed, RequestLog log)
        {
            var document = state.Document(parsed);
            var options = new RecoupEmulatorOptions
            {
                Behavior = state.Behavior(parsed),
                With = state.With(parsed),
                Without = state.Without(parsed),
                TimeProvider = state.Clock(parsed, host),
                World = state.World(parsed),
                Strict = state.IsStrict(parsed),
                Seed = state.Seed(parsed),
                ApiKey = port.Key(parsed),
                ListenAddress = port.Address(parsed),
                AllowedOrigins = port.Origins(parsed),
                HasControl = port.HasControl(parsed),
                ControlHost = port.ControlHost(parsed),
                CallRenderer = new CallSource(document).Of,
                OnExchange = log.Add,
            };
            return (RecoupEmulator.Start(state.Served(parsed, document), options, state.Setup(parsed, host)), options);
        }
    }

    private static async Task ServeAsync(
        RecoupEmulator emulator, RecoupEmulatorOptions options, int port, Host host, CancellationToken stop)
    {
        var address = await EmulatedPortOptions.OpenAsync(emulator, options.ListenAddress, port, stop).ConfigureAwait(false);
        string[] lines =
        [
            address.ToString().TrimEnd('/'),
            emulator.DefaultAccount.ApiKey,
            .. emulator.Accounts.Skip(1).Select(account => $"{account.Name} {account.Id} {account.ApiKey}"),
        ];
        await host.Out.WriteAsync(string.Concat(lines.Select(line => line + "\n")).AsMemory(), stop).ConfigureAwait(false);
        await host.Out.FlushAsync(stop).ConfigureAwait(false);
        await EmulatedPortOptions.DescribeAsync(options, address, host).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Stops the emulator.</summary>
    /// <returns>What was unexpected, if the emulator is strict; else null.</returns>
    private static async Task<string?> EndAsync(RecoupEmulator emulator)
    {
        try
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (RecoupEmulatorException exception)
        {
            return exception.Message;
        }
    }
}
