using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts;

/// <summary>The report formats.</summary>
public static class ReportWriterTable
{
    /// <summary>All formats, in the order of the help text.</summary>
    public static IReadOnlyList<IReportWriter> Rows { get; } =
    [
        new TextReport(),
        new JsonReport(),
        new MarkdownReport(),
        new SarifReport(),
        new JUnitReport(),
        new GitHubReport(),
    ];

    /// <summary>Finds a format by name; null if there is none with this name.</summary>
    /// <param name="name">The name, in lowercase.</param>
    public static IReportWriter? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);
}
