using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Mcp;
using Recoup.Cli.Terminal;

namespace Recoup.Cli.Commands;

/// <summary>Serves the actions of a catalog as tools of an MCP server.</summary>
internal sealed class McpCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var options = new McpOptions();
        var command = new Command(
            "mcp",
            "Serves the actions of a catalog as tools of an MCP server on standard input and output, until the client ends the connection. "
            + "The key of the API is read from RECOUP_API_KEY.");
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var live = options.Live(parsed, host);
            var emulated = new EmulatedTarget(host.Clock);
            await using (emulated.ConfigureAwait(false))
            {
                var served = new ServedFile(options.Catalog(parsed), host)
                {
                    Allowed = options.Allowed(parsed),
                    Options = options.Tools(parsed),
                    Target = live is null ? emulated.StartAsync : _ => Task.FromResult(live),
                    Destination = live is null ? "an emulator in this process" : live.UsedAddress.GetLeftPart(UriPartial.Path),
                };
                await served.RunAsync(cancellation).ConfigureAwait(false);
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
