using System.CommandLine;
using System.CommandLine.Invocation;
using Recoup.Cli.Commands;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;

namespace Recoup.Cli;

/// <summary>The tool: parses the arguments, runs one command, and turns a failure into a message and an exit code.</summary>
internal static class RecoupTool
{
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(5);

    public static RootCommand Commands(Host host)
    {
        var root = new RootCommand(
            "Stores, checks and compares catalogs of connector actions, verifies the live API, and runs an emulator of it.");
        foreach (var command in CommandTable.Rows)
            root.Subcommands.Add(command.Build(host));
        return root;
    }

    public static async Task<int> RunAsync(string[] args, Host host, CancellationToken cancellation = default)
    {
        // A word may begin with '@', as a handle does: it names no file of further words.
        var parsed = Commands(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var errors = parsed.Action is ParseErrorAction || parsed.CommandResult.Command.Action == parsed.Action
            ? UsageErrors.Of(parsed)
            : UsageErrors.OfCompletion(parsed);
        if (errors.Count > 0)
        {
            await ReportAsync(errors, parsed, host).ConfigureAwait(false);
            return ExitCode.Unusable;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationTimeout,
            };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            const string message = "recoup: interrupted. No more requests are sent, and no file is incomplete.\n";
            await host.Error.WriteAsync(message).ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            await host.Error.WriteAsync($"recoup: {SafeText.Of(failure.Message)}\n").ConfigureAwait(false);
            return failure.ExitCode;
        }
        finally
        {
            await host.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task ReportAsync(IReadOnlyList<string> errors, ParseResult parsed, Host host)
    {
        foreach (var error in errors)
            await host.Error.WriteAsync($"recoup: {SafeText.Of(error)}\n").ConfigureAwait(false);
        var command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        await host.Error.WriteAsync($"Run 'recoup {command}--help' for usage.\n").ConfigureAwait(false);
    }
}
