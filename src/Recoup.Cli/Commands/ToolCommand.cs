using System.CommandLine;
using Recoup.Cli.Terminal;

namespace Recoup.Cli.Commands;

/// <summary>A command of the tool: one feature, one file, one row of the table.</summary>
internal abstract class ToolCommand
{
    public abstract Command Build(Host host);
}
