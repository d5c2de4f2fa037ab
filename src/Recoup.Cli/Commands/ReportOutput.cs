using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts;

namespace Recoup.Cli.Commands;

/// <summary>How and where a report is written.</summary>
internal sealed class ReportOutput
{
    private readonly Option<string> _format = new("--format", "-f") { Description = "How to write the report.", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "A file for the report, instead of standard output.", HelpName = "FILE" };

    public ReportOutput() => _format.AcceptOnlyFromAmong([.. ReportWriterTable.Rows.Select(row => row.Name)]);

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_output);
    }

    /// <summary>Before any work is done for a report that could not be written.</summary>
    /// <exception cref="UsageException">The file named for it is none, or its folder is missing.</exception>
    public void RequireTarget(ParseResult parsed)
    {
        if (parsed.GetValue(_output) is not { } path)
            return;
        if (path.Length == 0 || Directory.Exists(path))
            throw new UsageException($"--output: '{path}' is no file to write the report to.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new UsageException($"--output: there is no folder '{folder}'. Make it, or give another file.");
    }

    public bool IsText(ParseResult parsed) => parsed.GetValue(_format) == "text";

    public void Write(ParseResult parsed, Host host, Report report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ReportWriterTable.Find(parsed.GetValue(_format)!)!.Write(report, text);
        Write(parsed, host, text.ToString());
    }

    /// <exception cref="UsageException">The file cannot be written; the message says why.</exception>
    public void Write(ParseResult parsed, Host host, string text)
    {
        if (parsed.GetValue(_output) is { } path)
            WriteFile(path, text);
        else if (IsText(parsed) && host.Screen is { } screen)
            ColoredText.Write(screen, SafeText.Of(text));
        else
            host.Out.Write(SafeText.Of(text));
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
