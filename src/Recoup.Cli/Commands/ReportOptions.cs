using System.CommandLine;
using Recoup.Contracts;

namespace Recoup.Cli.Commands;

/// <summary>The options of a command that ends in a report, and its end.</summary>
internal sealed class ReportOptions
{
    private static readonly string[] Order = ["breaking", "unproven", "behavior", "compatible"];

    private readonly ReportOutput _output = new();
    private readonly Option<string> _failOn = new("--fail-on") { Description = "The mildest verdict that makes the exit code 1.", DefaultValueFactory = _ => "unproven" };
    private readonly Option<bool> _wireOnly = new("--wire-only") { Description = "Look only at what travels, not at the C# that is generated from it." };
    private readonly Option<bool> _noResultViews = new("--no-result-views") { Description = "The project sets RecoupResults to false: results have no C# of their own." };
    private readonly Option<string?> _accept = new("--accept") { Description = "Findings that are tolerated for a while, each with a reason and a day.", HelpName = "FILE" };

    public ReportOptions() => _failOn.AcceptOnlyFromAmong(Order);

    public void AddTo(Command command)
    {
        _output.AddTo(command);
        foreach (var option in (Option[])[_failOn, _wireOnly, _noResultViews, _accept])
            command.Options.Add(option);
    }

    public DiffOptions Diff(ParseResult parsed, Host host, bool suspectOutages = true)
    {
        _output.RequireTarget(parsed);
        return new DiffOptions
        {
            WireOnly = parsed.GetValue(_wireOnly),
            HasResultViews = !parsed.GetValue(_noResultViews),
            SuspectOutages = suspectOutages,
            Accepted = parsed.GetValue(_accept) is { } path ? AcceptFile.Load(path) : AcceptFile.Empty,
            TimeProvider = host.Clock,
        };
    }

    /// <summary>Writes the report and says what the shell is told.</summary>
    public int End(ParseResult parsed, Host host, Report report)
    {
        _output.Write(parsed, host, report);
        if (report.IsSuspect)
            return ExitCode.Undecided;
        return report.HasFindingsAtOrAbove(VerdictOf(parsed.GetValue(_failOn)!)) ? ExitCode.Drift : ExitCode.Clean;
    }

    private static Verdict VerdictOf(string name) => name switch
    {
        "breaking" => Verdict.Breaking,
        "behavior" => Verdict.Behavior,
        "compatible" => Verdict.Compatible,
        _ => Verdict.Unproven,
    };
}
