using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Accepting;
using Recoup.Contracts.Reports;

namespace Recoup.Cli.Commands;

/// <summary>The options of a command that ends in a report, and its end.</summary>
internal sealed class ReportOptions
{
    private static readonly string[] Order = ["breaking", "unproven", "behaviour", "compatible"];

    private readonly Option<string> _format = new("--format", "-f") { Description = "How to write the report.", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "A file for the report, instead of standard output.", HelpName = "FILE" };
    private readonly Option<string> _failOn = new("--fail-on") { Description = "The mildest verdict that makes the exit code 1.", DefaultValueFactory = _ => "unproven" };
    private readonly Option<bool> _wireOnly = new("--wire-only") { Description = "Look only at what travels, not at the C# that is generated from it." };
    private readonly Option<bool> _noResultViews = new("--no-result-views") { Description = "The project sets RecoupResults to false: results have no C# of their own." };
    private readonly Option<string?> _accept = new("--accept") { Description = "Findings that are tolerated for a while, each with a reason and a day.", HelpName = "FILE" };

    public ReportOptions()
    {
        _format.AcceptOnlyFromAmong([.. ReportWriterTable.Rows.Select(row => row.Name)]);
        _failOn.AcceptOnlyFromAmong(Order);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_format, _output, _failOn, _wireOnly, _noResultViews, _accept])
            command.Options.Add(option);
    }

    public DiffOptions Diff(ParseResult parsed, Host host, bool suspectOutages = true) => new()
    {
        WireOnly = parsed.GetValue(_wireOnly),
        HasResultViews = !parsed.GetValue(_noResultViews),
        SuspectOutages = suspectOutages,
        Accepted = parsed.GetValue(_accept) is { } path ? AcceptFile.Load(path) : AcceptFile.Empty,
        TimeProvider = host.Clock,
    };

    /// <summary>Writes the report and says what the shell is told.</summary>
    public int End(ParseResult parsed, Host host, Report report)
    {
        var format = parsed.GetValue(_format)!;
        using var text = new StringWriter { NewLine = "\n" };
        ReportWriterTable.Find(format)!.Write(report, text);
        if (parsed.GetValue(_output) is { } path)
            File.WriteAllText(path, text.ToString());
        else if (format == "text" && host.Screen is { } screen)
            ColouredText.Write(screen, SafeText.Of(text.ToString()));
        else
            host.Out.Write(SafeText.Of(text.ToString()));

        if (report.IsSuspect)
            return ExitCode.Undecided;
        return report.HasFindingsAtOrAbove(VerdictOf(parsed.GetValue(_failOn)!)) ? ExitCode.Drift : ExitCode.Clean;
    }

    private static Verdict VerdictOf(string name) => name switch
    {
        "breaking" => Verdict.Breaking,
        "behaviour" => Verdict.Behaviour,
        "compatible" => Verdict.Compatible,
        _ => Verdict.Unproven,
    };
}
