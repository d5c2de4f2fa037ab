using Recoup.Cli;
using Recoup.Cli.Terminal;

return await RecoupTool.RunAsync(args, ConsoleHost.Create()).ConfigureAwait(false);
