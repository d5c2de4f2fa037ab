using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Recoup.Cli.Commands;
using Recoup.Cli.Terminal;

namespace Recoup.Cli;

/// <summary>The tool: parses, runs one command, turns what went wrong into a sentence and an exit code.</summary>
internal static class RecoupTool
{
    /// <summary>All that can be asked of the tool.</summary>
    public static RootCommand Commands(Host host)
    {
        var root = new RootCommand("Typed, tested, drift-proof calls of connector actions: the catalog, its changes, the live API, and an emulator of it.");
        foreach (var command in CommandTable.Rows)
            root.Subcommands.Add(command.Build(host));
        return root;
    }

    public static async Task<int> RunAsync(string[] args, Host host, CancellationToken cancellation = default)
    {
        var parsed = Commands(host).Parse(args);
        if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action is null))
        {
            // Of a command that is misspelled, that none was given is only the consequence.
            foreach (var error in parsed.Errors.Where(error => parsed.UnmatchedTokens.Count == 0 || error.SymbolResult is not CommandResult || parsed.UnmatchedTokens.Any(token => error.Message.Contains(token, StringComparison.Ordinal))))
                host.Error.Write($"recoup: {SafeText.Of(error.Message)}\n");
            var name = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
            host.Error.Write($"Run 'recoup {name}--help' for what it takes.\n");
            return ExitCode.Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) },
                cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            host.Error.Write("recoup: interrupted; nothing more is sent and no file is left half written.\n");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (Complaint.Of(e) is { } complaint)
        {
            host.Error.Write($"recoup: {SafeText.Of(complaint.Text)}\n");
            return complaint.ExitCode;
        }
        finally
        {
            await host.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
