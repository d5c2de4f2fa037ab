using Recoup.Contracts.Findings.Reports;

namespace Recoup.Contracts;

/// <summary>The forms of report there are.</summary>
public static class ReportWriterTable
{
    /// <summary>All of them, in the order a help text lists them.</summary>
    public static IReadOnlyList<IReportWriter> Rows { get; } =
    [
        new TextReport(),
        new JsonReport(),
        new MarkdownReport(),
        new SarifReport(),
        new JUnitReport(),
        new GitHubReport(),
    ];

    /// <summary>Finds a form by its name; null where there is none of this name.</summary>
    /// <param name="name">The name, in small letters.</param>
    public static IReportWriter? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);
}
