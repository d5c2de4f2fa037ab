using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;

namespace Recoup.Cli.Commands;

/// <summary>The format and the target of a report.</summary>
internal sealed class ReportOutput
{
    private const string Commands = "github";

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "The format of the report.",
        DefaultValueFactory = _ => "text",
    };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file for the report. Default: standard output.",
        HelpName = "FILE",
    };

    public ReportOutput() => _format.AcceptOnly([.. ReportWriterTable.Rows.Select(row => row.Name)]);

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_output);
    }

    /// <summary>Checks the target before the work starts.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="used">The files that the command reads or writes; null for one that is not given.</param>
    /// <exception cref="ContractException">
    /// The path is not a file name, or its folder does not exist, or the command has the same path for another file.
    /// </exception>
    public void RequireTarget(ParseResult parsed, IEnumerable<string?> used)
    {
        if (parsed.GetValue(_output) is not { } path)
            return;
        TargetFile.Require(path, "a report");
        TargetFile.RequireOther(path, "a report", used.OfType<string>());
    }

    public bool IsText(ParseResult parsed) => parsed.GetValue(_format) == "text";

    public void Write(ParseResult parsed, Host host, Report report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ReportWriterTable.Find(parsed.GetValue(_format)!)!.Write(report, text);
        Write(parsed, host, text.ToString());
    }

    /// <summary>Writes a text, the same to a file as to standard output.</summary>
    /// <exception cref="UsageException">The file cannot be written. The message gives the reason.</exception>
    public void Write(ParseResult parsed, Host host, string text)
    {
        text = parsed.GetValue(_format) == Commands ? SafeText.OfCommands(text) : SafeText.Of(text);
        if (parsed.GetValue(_output) is { } path)
            WriteFile(path, text);
        else if (IsText(parsed) && host.Screen is { } screen)
            ColoredText.Write(screen, text);
        else
            host.Out.Write(text);
    }

    private static void WriteFile(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The report cannot be written to '{path}': {e.Message} Give another file with --output.");
        }
    }
}
