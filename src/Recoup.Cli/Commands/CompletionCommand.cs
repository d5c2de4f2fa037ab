using System.CommandLine;
using Recoup.Cli.Terminal;

namespace Recoup.Cli.Commands;

/// <summary>Prints the script that makes a shell complete commands, options and slugs.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var shell = new Argument<string>("shell") { Description = "The shell." };
        shell.AcceptOnly([.. CompletionTable.Rows.Select(row => row.Shell)]);
        var command = new Command("completion", "Prints a script that makes a shell complete the commands, options and slugs of the tool.")
        {
            shell,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var script = CompletionTable.Rows.First(row => row.Shell == parsed.GetRequiredValue(shell)).Script + "\n";
            await host.Out.WriteAsync(script.AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCodes.ExitCode.Clean;
        });
        return command;
    }
}
