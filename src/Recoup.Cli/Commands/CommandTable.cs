namespace Recoup.Cli.Commands;

/// <summary>The commands, in the order of the help.</summary>
internal static class CommandTable
{
    public static IReadOnlyList<ToolCommand> Rows { get; } =
    [
        new PullCommand(),
        new CheckCommand(),
        new DiffCommand(),
        new VerifyCommand(),
        new RehearseCommand(),
        new EmulateCommand(),
        new McpCommand(),
        new LearnCommand(),
        new ListCommand(),
        new ShowCommand(),
        new CompletionCommand(),
    ];
}
