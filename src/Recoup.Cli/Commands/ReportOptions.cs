using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Reports;

namespace Recoup.Cli.Commands;

/// <summary>The options of a command that writes a report.</summary>
internal sealed class ReportOptions
{
    private const char HideSeparator = ',';

    private readonly ReportOutput _output = new();
    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The least severe verdict that sets exit code 1.",
        DefaultValueFactory = _ => "unproven",
    };
    private readonly Option<bool> _wireOnly = new("--wire-only")
    {
        Description = "Compare only requests and responses, not the generated C#.",
    };
    private readonly Option<bool> _noResultViews = new("--no-result-views")
    {
        Description = "Do not compare generated result views. For projects that set RecoupResults to false.",
    };
    private readonly Option<string?> _accept = new("--accept")
    {
        Description = "A file of tolerated findings, each with a reason and an expiry date.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _hide = new("--hide")
    {
        Description = "Verdicts whose findings are not listed, for example behavior. They still count.",
        HelpName = "VERDICT,…",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<bool> _summary = new("--summary")
    {
        Description = "Write one screen of text: the totals by rule, and the actions with the worst findings.",
    };

    public ReportOptions()
    {
        string[] verdicts = [.. VerdictTable.Rows.Select(row => row.Name)];
        _failOn.AcceptOnly(verdicts);
        _hide.AcceptOnly(verdicts, HideSeparator);
    }

    public void AddTo(Command command)
    {
        _output.AddTo(command);
        foreach (var option in (Option[])[_failOn, _hide, _summary, _wireOnly, _noResultViews, _accept])
            command.Options.Add(option);
    }

    /// <summary>The options of a comparison. Checks the target of the report first.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">The environment of the tool.</param>
    /// <param name="suspectOutages">Whether a catalog that lacks most actions is suspect.</param>
    /// <param name="used">The files that the command reads or writes; null for one that is not given.</param>
    /// <param name="cancellation">Ends the wait for the accept file.</param>
    public async Task<DiffOptions> ReadDiffAsync(
        ParseResult parsed, Host host, bool suspectOutages, IEnumerable<string?> used, CancellationToken cancellation)
    {
        var accept = parsed.GetValue(_accept);
        _output.RequireTarget(parsed, [.. used, accept]);
        if (parsed.GetValue(_summary) && !_output.IsText(parsed))
            throw new UsageException("--summary: expected the format text. Leave out --format or --summary.");
        return new DiffOptions
        {
            WireOnly = parsed.GetValue(_wireOnly),
            HasResultViews = !parsed.GetValue(_noResultViews),
            SuspectOutages = suspectOutages,
            Accepted = accept is null
                ? AcceptFile.Empty
                : await InterruptibleRead.RunAsync(() => AcceptFile.Load(accept), cancellation).ConfigureAwait(false),
            TimeProvider = host.Clock,
        };
    }

    /// <summary>Writes the report and returns the exit code.</summary>
    public int End(ParseResult parsed, Host host, Report report)
    {
        report = report with { Hidden = Hidden(parsed) };
        if (parsed.GetValue(_summary))
            _output.Write(parsed, host, Summary(report));
        else
            _output.Write(parsed, host, report);
        if (report.IsSuspect)
            return ExitCode.Undecided;
        return report.Fails(VerdictTable.Find(parsed.GetValue(_failOn)!)!.Value) ? ExitCode.Drift : ExitCode.Clean;
    }

    private IReadOnlyList<Verdict> Hidden(ParseResult parsed) =>
    [
        .. (parsed.GetValue(_hide) ?? [])
            .SelectMany(value => Choice.Split(value, HideSeparator))
            .Select(name => VerdictTable.Find(name)!.Value)
            .Distinct(),
    ];

    private static string Summary(Report report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        SummaryReport.Write(report, text);
        return text.ToString();
    }
}
